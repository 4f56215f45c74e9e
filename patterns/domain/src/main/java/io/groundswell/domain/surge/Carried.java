package io.groundswell.domain.surge;

import static io.groundswell.domain.baseline.Precision.rounded;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Origin;
import io.groundswell.domain.volume.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which sources carry a subject's complaints, with a half-life of a week. */
final class Carried {
  /** Sources remembered of a subject. */
  static final int MOST = 8;

  private static final double HALF_LIFE_DAYS = 7;

  private Carried() {}

  /** Adds a bucket's complaints. */
  static void add(Watch watch, Volume volume) {
    if (volume.origins().isEmpty()) {
      return;
    }
    List<Part> parts = new ArrayList<>();
    int day = Buckets.day(volume.start());
    double keep = Math.pow(2, -(day - watch.carriedOn) / HALF_LIFE_DAYS);
    for (int i = 0; i < watch.sources.length; i++) {
      parts.add(new Part(watch.sources[i], watch.carried[i] * (day == watch.carriedOn ? 1 : keep)));
    }
    volume.origins().forEach(origin -> add(parts, origin));
    parts.sort(Comparator.comparingDouble((Part p) -> -p.posts).thenComparingInt(Part::source));
    int kept = Math.min(MOST, parts.size());
    watch.sources = new int[kept];
    watch.carried = new double[kept];
    for (int i = 0; i < kept; i++) {
      watch.sources[i] = parts.get(i).source;
      watch.carried[i] = rounded(parts.get(i).posts);
    }
    watch.carriedOn = day;
  }

  private static void add(List<Part> parts, Origin origin) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).source == origin.source()) {
        parts.set(i, new Part(origin.source(), parts.get(i).posts + origin.posts()));
        return;
      }
    }
    parts.add(new Part(origin.source(), origin.posts()));
  }

  /** The share of a source, 0 to 1. */
  static double share(Watch watch, String source) {
    int hash = Origin.hash(source);
    double own = 0;
    double all = 0;
    for (int i = 0; i < watch.sources.length; i++) {
      all += watch.carried[i];
      own += watch.sources[i] == hash ? watch.carried[i] : 0;
    }
    return all == 0 ? 0 : own / all;
  }

  private record Part(int source, double posts) {}
}
