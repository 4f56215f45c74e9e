package io.groundswell.jobs.history.backtest;

import java.time.Instant;
import java.util.Locale;

/** What has to be said of a backtest beside its figures. */
final class Sentences {
  private Sentences() {}

  /** Of which days it is. */
  static String days(Outcome outcome) {
    KeptHistory history = outcome.history();
    String days =
        String.format(
            Locale.ROOT,
            "%,d kept posts, %s to %s",
            history.count(),
            history.period().first(),
            history.period().last());
    return outcome.gone() == null
        ? days
        : days
            + "; those from %s to %s are not kept any more (retention.posts)"
                .formatted(outcome.gone(), history.period().first().minusDays(1));
  }

  /** What the job knew when it began. */
  static String start(Outcome outcome) {
    Snapshot start = outcome.history().start();
    return start == null
        ? "baselines are learnt anew from the first of these posts"
        : "from what the job knew at " + Instant.ofEpochMilli(start.from());
  }

  /** Why the same rules may not tell the same. */
  private static String why(Outcome outcome) {
    if (outcome.otherwise() > 0) {
      return String.format(
          Locale.ROOT,
          "; %,d of the posts were counted by other rules than those of today",
          outcome.otherwise());
    }
    return outcome.history().start() == null
        ? "; what the job knew before the first of these posts is gone"
        : "; of posts that were withdrawn since nobody knows who wrote them";
  }

  /** How far the live rules tell what was raised live. */
  static String again(Outcome outcome) {
    if (outcome.raisedLive() == 0) {
      return "the warehouse has no incident that was raised live in these days";
    }
    String told =
        String.format(
            Locale.ROOT,
            "%,d of %,d incidents raised live are told again by the live rules",
            outcome.toldAgain(),
            outcome.raisedLive());
    return outcome.toldAgain() == outcome.raisedLive() ? told : told + why(outcome);
  }
}
