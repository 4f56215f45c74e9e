package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Story.startOf;

import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Origin;
import io.groundswell.domain.volume.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A subject that two sources feed, of which one is blind at times. */
final class Seen {
  static final String FORUM = "forum";
  static final String X = "x";
  static final int DAY = 1440;

  private final Watching watching = new Watching(Story.RULES);
  private final Watch watch;
  private final SplittableRandom random;
  private final List<BlindSpan> spans = new ArrayList<>();
  private final List<ScoredBucket> told = new ArrayList<>();
  private int minute;

  Seen(long seed) {
    this(seed, 5);
  }

  /** Of which the first count is known. */
  Seen(long seed, double perMinute) {
    random = new SplittableRandom(seed);
    watch = watching.begin(startOf(0), (int) Math.round(perMinute));
  }

  /** Both sources bring so many complaints a minute. */
  Seen both(double forum, double x, int minutes) {
    for (int i = 0; i < minutes; i++, minute++) {
      List<Origin> origins = new ArrayList<>();
      int all = origin(origins, FORUM, forum) + origin(origins, X, x);
      told.add(score(new Volume("firefox", startOf(minute), all, all, Backlog.NONE, 0, origins)));
    }
    return this;
  }

  private int origin(List<Origin> origins, String source, double perMinute) {
    int posts = Stretch.calm(perMinute, 1).draw(random);
    if (posts > 0) {
      origins.add(new Origin(Origin.hash(source), posts));
    }
    return posts;
  }

  private ScoredBucket score(Volume volume) {
    return watching
        .score(watch, volume, Demand.of(4), Story.SHARES, Blindness.of(spans), Easings.NONE)
        .bucket();
  }

  /** The forum falls silent, is declared blind after so many minutes, and stays so for long. */
  Seen forumBlind(double x, int declaredAfter, int minutes) {
    return blind(false, FORUM, 1, x, declaredAfter, minutes);
  }

  /** A partition that carries a share of all posts falls silent; others take them over or not. */
  Seen partitionBlind(double share, double left, int minutes) {
    return blind(true, "posts-1", share, left, 10, minutes);
  }

  private Seen blind(
      boolean partition, String feed, double share, double x, int declaredAfter, int minutes) {
    long since = startOf(minute);
    both(0, x, declaredAfter);
    BlindSpan span = new BlindSpan(feed, partition, since, startOf(minute), BlindSpan.OPEN, share);
    spans.add(span);
    both(0, x, minutes - declaredAfter);
    spans.set(spans.size() - 1, span.endingAt(startOf(minute)));
    return this;
  }

  int now() {
    return minute;
  }

  Watch watch() {
    return watch;
  }

  /** What was said of the buckets from a minute on. */
  List<ScoredBucket> since(int from) {
    return told.subList(from, told.size());
  }

  List<Turn> turnsSince(int from) {
    return since(from).stream().map(ScoredBucket::turn).filter(t -> t != Turn.NONE).toList();
  }
}
