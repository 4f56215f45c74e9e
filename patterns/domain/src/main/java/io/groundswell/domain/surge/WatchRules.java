package io.groundswell.domain.surge;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
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

  /** The rules of a policy. */
  public static WatchRules of(Policy policy) {
    return new WatchRules(
        policy.bucket().toMillis(),
        policy.falseIncidentsPerWeek(),
        policy.resolveAfter().toMillis(),
        policy.reopenWithin().toMillis(),
        policy.patterns());
  }

  /** What a bucket with sufficient evidence means, given the level of the one before it. */
  Turn opening(boolean soonAgain, Level before) {
    if (soonAgain && patterns.contains(PatternId.RELAPSE)) {
      return Turn.REOPENS;
    }
    return patterns.contains(before == Level.CALM ? PatternId.SUDDEN : PatternId.SUSTAINED)
        ? Turn.OPENS
        : Turn.NONE;
  }

  boolean escalates() {
    return patterns.contains(PatternId.ESCALATION);
  }

  boolean resolves() {
    return patterns.contains(PatternId.RECOVERY);
  }
}
