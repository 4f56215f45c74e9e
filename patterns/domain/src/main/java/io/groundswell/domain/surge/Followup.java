package io.groundswell.domain.surge;

import static io.groundswell.domain.baseline.Precision.rounded;

import io.groundswell.domain.baseline.Run;
import io.groundswell.domain.baseline.Scorer;

/**
 * How a surge goes on once it is open: whether it has clearly grown, or is over. Both are
 * Shiryaev-Roberts tests between two multiples of the baseline.
 */
final class Followup {
  private static final double RECENT_HALF_LIFE_MINUTES = 15;
  private static final double PEAK_HALF_LIFE_MINUTES = 120;
  private static final long SETTLING_MILLIS = 15 * 60_000;
  private static final double RECOVERED = 1000;
  private static final double ESCALATED = 3000;
  private static final double SILENT = .5;

  /** Beyond this a statistic is as sure as it needs to be, and can still turn in minutes. */
  private static final double LARGEST = 1e6;

  private final Scorer scorer;
  private final double recentKeep;
  private final double peakKeep;

  Followup(Scorer scorer) {
    this.scorer = scorer;
    this.recentKeep = Math.pow(2, -scorer.minutes() / RECENT_HALF_LIFE_MINUTES);
    this.peakKeep = Math.pow(2, -scorer.minutes() / PEAK_HALF_LIFE_MINUTES);
  }

  /** Keeps the recent counts; wanted in every bucket, open or not. */
  void remember(Watch watch, int observed) {
    watch.recentObserved = recentKeep * watch.recentObserved + observed;
    watch.recentExpected = recentKeep * watch.recentExpected + scorer.mean();
  }

  /** Starts to follow a surge that opens with the given run of buckets. */
  void begin(Watch watch, Run run) {
    watch.peak = size(watch);
    watch.recovery = 0;
    settle(watch, run.since);
    watch.settlingObserved = run.observed;
    watch.settlingExpected = run.expected;
  }

  /** Adds a bucket of a surge that is open. */
  void follow(Watch watch, int observed, long end) {
    watch.peak = Math.max(peakKeep * watch.peak, size(watch));
    double half = Math.max(1.3, 1 + (watch.peak - 1) / 2);
    watch.recovery = grown(watch.recovery, ratio(observed, 1, half));
    if (watch.plateau > 0) {
      double ratio = ratio(observed, 2 * watch.plateau, 1.3 * watch.plateau);
      watch.escalation = grown(watch.escalation, ratio);
      return;
    }
    watch.settlingObserved += observed;
    watch.settlingExpected += scorer.mean();
    if (end >= watch.settlesAt) {
      double settled = watch.settlingObserved + 1;
      watch.plateau = (settled + 1.64 * Math.sqrt(settled)) / (watch.settlingExpected + 1);
    }
  }

  /**
   * Measures further growth against what the surge is in the 15 minutes from {@code since}. Their
   * plain mean: one that still remembers what was before would take the new level for growth.
   */
  void settle(Watch watch, long since) {
    watch.plateau = 0;
    watch.escalation = 0;
    watch.settlesAt = since + SETTLING_MILLIS;
    watch.settlingObserved = 0;
    watch.settlingExpected = 0;
  }

  /** Rounds to what is kept. */
  static void round(Watch watch) {
    watch.recentObserved = rounded(watch.recentObserved);
    watch.recentExpected = rounded(watch.recentExpected);
    watch.peak = rounded(watch.peak);
    watch.recovery = rounded(watch.recovery);
    watch.plateau = rounded(watch.plateau);
    watch.settlingObserved = rounded(watch.settlingObserved);
    watch.settlingExpected = rounded(watch.settlingExpected);
    watch.escalation = rounded(watch.escalation);
    watch.opened = rounded(watch.opened);
    watch.largest = rounded(watch.largest);
  }

  static boolean recovered(Watch watch) {
    return watch.recovery >= RECOVERED;
  }

  /** Hardly anything has been heard lately. */
  static boolean isSilent(Watch watch) {
    return watch.recentObserved < SILENT;
  }

  static boolean escalated(Watch watch) {
    return watch.escalation >= ESCALATED;
  }

  private static double size(Watch watch) {
    return (watch.recentObserved + 1) / (watch.recentExpected + 1);
  }

  private double grown(double statistic, double ratio) {
    return Math.min(LARGEST, (scorer.minutes() + statistic) * Math.exp(Math.min(ratio, 80)));
  }

  /** Log-likelihood ratio of two multiples of the baseline, negative binomial. */
  private double ratio(int observed, double multiple, double other) {
    double size = 1 / scorer.alpha();
    double mean = scorer.mean();
    return observed * Math.log(multiple / other)
        - (observed + size) * Math.log((size + multiple * mean) / (size + other * mean));
  }
}
