package io.groundswell.domain.surge;

import io.groundswell.domain.baseline.Scorer;

/** From which evidence on a bucket of a subject is extreme. */
final class Thresholds {
  /** On its first day a subject's season is unknown: ten times as much is asked of the evidence. */
  private static final double FIRST_DAY_MARGIN = Math.log(10);

  private static final double DAY_MINUTES = 1_440;

  private final WatchRules rules;
  private final Scorer scorer;

  Thresholds(WatchRules rules, Scorer scorer) {
    this.rules = rules;
    this.scorer = scorer;
  }

  /** The threshold of a bucket on a day on which so many subjects share the budget. */
  double of(Watch watch, long start, int watched, Shares shares) {
    return ofDay(watched, shares) + margin(watch, start);
  }

  /** What it is for every bucket of the day, but for {@link #margin}. */
  double ofDay(int watched, Shares shares) {
    return Budget.threshold(watched, rules.perWeek() * (1 - rules.saved()) * shares.part());
  }

  /** What is asked for beyond that while the subject is new. */
  double margin(Watch watch, long start) {
    return scorer.age(watch.baseline, start) < DAY_MINUTES ? FIRST_DAY_MARGIN : 0;
  }
}
