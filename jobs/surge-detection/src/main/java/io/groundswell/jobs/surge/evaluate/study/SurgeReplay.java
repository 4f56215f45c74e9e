package io.groundswell.jobs.surge.evaluate.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts surges into one stream and measures how soon they are seen. The stream stays calm: at each
 * onset the detectors are copied, the copies see the surge and are thrown away, so that no surge
 * spoils what is learnt before the next.
 */
final class SurgeReplay {
  /** A surge that is not seen in so many minutes is missed. */
  static final double WATCHED_MINUTES = 120;

  private static final long LONGEST = 180 * ComplaintStream.MINUTE;

  private final StudyPlan plan;
  private final StreamName name;
  private final List<Armed> armed;
  private final ComplaintStream stream;
  private final Background truth = new Background();
  private final List<Detector> detectors = new ArrayList<>();
  private final List<Delays[][]> measured = new ArrayList<>();
  private final int[] counts;
  private final double[] intensities;

  SurgeReplay(StudyPlan plan, StreamName name, List<Armed> armed) {
    this.plan = plan;
    this.name = name;
    this.armed = armed;
    this.stream = new ComplaintStream(name, plan.width());
    for (Armed one : armed) {
      detectors.add(one.contestant().begin().apply(truth));
      measured.add(one.blank());
    }
    int buckets = (int) Math.round(WATCHED_MINUTES / plan.bucketMinutes());
    this.counts = new int[buckets];
    this.intensities = new double[buckets];
  }

  /** Delays of each contestant, by threshold and kind, after that many onsets. */
  List<Delays[][]> run(int onsets) {
    Draws when = name.draws(3);
    long slot = StudyPlan.COUNTED_WEEKS * ComplaintStream.WEEK / onsets;
    long warm = ComplaintStream.START + StudyPlan.WARM_UP_WEEKS * ComplaintStream.WEEK;
    for (int onset = 0; onset < onsets; onset++) {
      long start = warm + onset * slot + when.between(0, Math.max(1, slot - LONGEST));
      while (stream.time() < start) {
        drawInto(0);
        feed(0, stream.time() - plan.width());
      }
      surge(onset);
    }
    return measured;
  }

  private void drawInto(int bucket) {
    counts[bucket] = stream.next();
    intensities[bucket] = stream.intensity();
  }

  private void feed(int bucket, long start) {
    truth.of(stream.model(), intensities[bucket]);
    for (Detector detector : detectors) {
      detector.add(start, counts[bucket]);
    }
  }

  /** Draws the two hours to come once, and plays them with every kind of surge, then calm. */
  private void surge(int onset) {
    long start = stream.time();
    for (int bucket = 0; bucket < counts.length; bucket++) {
      drawInto(bucket);
    }
    for (int kind = 0; kind < Surge.KINDS.size(); kind++) {
      int[] surging = withSurge(onset, kind);
      for (int i = 0; i < armed.size(); i++) {
        if (armed.get(i).contestant().answers(Surge.KINDS.get(kind))) {
          watch(i, kind, surging, start);
        }
      }
    }
    for (int bucket = 0; bucket < counts.length; bucket++) {
      feed(bucket, start + bucket * plan.width());
    }
  }

  private int[] withSurge(int onset, int kind) {
    Draws draws = name.draws(4, onset, kind);
    int[] surging = counts.clone();
    double minutes = plan.bucketMinutes();
    for (int bucket = 0; bucket < surging.length; bucket++) {
      double from = bucket * minutes;
      surging[bucket] +=
          Surge.KINDS
              .get(kind)
              .extra(stream.model(), intensities[bucket], from, from + minutes, draws);
    }
    return surging;
  }

  private void watch(int i, int kind, int[] surging, long start) {
    List<Double> thresholds = armed.get(i).thresholds();
    double[] delays = new double[thresholds.size()];
    Arrays.fill(delays, Double.POSITIVE_INFINITY);
    Detector copy = detectors.get(i).copy();
    for (int bucket = 0; bucket < surging.length; bucket++) {
      truth.of(stream.model(), intensities[bucket]);
      double statistic = copy.add(start + bucket * plan.width(), surging[bucket]);
      for (int t = 0; t < delays.length; t++) {
        if (statistic >= thresholds.get(t)) {
          delays[t] = Math.min(delays[t], (bucket + 1) * plan.bucketMinutes());
        }
      }
    }
    for (int t = 0; t < delays.length; t++) {
      measured.get(i)[t][kind].add(delays[t]);
    }
  }
}
