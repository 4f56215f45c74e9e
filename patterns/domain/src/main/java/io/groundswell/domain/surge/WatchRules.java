package io.groundswell.domain.surge;

import java.util.List;

/**
 * The part of the policy that decides about surges. All times are milliseconds.
 *
 * @param width width of a bucket
 * @param perWeek false incidents a week over all subjects, above 0
 * @param resolve how long no bucket may have been elevated before a surge is over
 * @param reopen how soon after its end a surge goes on instead of a new one beginning
 * @param patterns ids of the patterns that are switched on
 */
public record WatchRules(
    long width, double perWeek, long resolve, long reopen, List<String> patterns) {
  /** Calm, then extreme. */
  public static final String SUDDEN = "sudden";

  /** A run of elevated buckets, then extreme. */
  public static final String SUSTAINED = "sustained";

  /** Open, then clearly larger. */
  public static final String ESCALATION = "escalation";

  /** Open, then calm for long enough. */
  public static final String RECOVERY = "recovery";

  /** Over, then extreme again soon. */
  public static final String RELAPSE = "relapse";

  /** The ids of all patterns. */
  public static final List<String> PATTERNS =
      List.of(SUDDEN, SUSTAINED, ESCALATION, RECOVERY, RELAPSE);

  /** What a bucket with sufficient evidence means, given the level of the one before it. */
  Turn opening(boolean soonAgain, Level before) {
    if (soonAgain && patterns.contains(RELAPSE)) {
      return Turn.REOPENS;
    }
    return patterns.contains(before == Level.CALM ? SUDDEN : SUSTAINED) ? Turn.OPENS : Turn.NONE;
  }

  boolean escalates() {
    return patterns.contains(ESCALATION);
  }

  boolean resolves() {
    return patterns.contains(RECOVERY);
  }
}
