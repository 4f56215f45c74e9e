package io.groundswell.domain.surge;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.change.Allowances;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import java.io.Serializable;
import java.util.List;

/**
 * The part of the policy that decides about surges. All times are milliseconds.
 *
 * @param width width of a bucket
 * @param perWeek false incidents a week over all single subjects, above 0
 * @param resolve how long no bucket may have been elevated before a surge is over
 * @param reopen how soon after its end a surge goes on instead of a new one beginning
 * @param listen how long a new subject is only listened to
 * @param patterns ids of the patterns that are switched on
 * @param habituation a subject that has had incidents lately needs more evidence for the next
 * @param across what patterns across subjects ask for
 * @param saved share of the budget that is saved for the hours after changes, 0 to below 1
 */
public record WatchRules(
    long width,
    double perWeek,
    long resolve,
    long reopen,
    long listen,
    List<String> patterns,
    boolean habituation,
    AcrossRules across,
    double saved)
    implements Serializable {

  /** The rules of a policy for subjects that have nothing to do with each other. */
  public static WatchRules of(Policy policy) {
    return new WatchRules(
        policy.bucket().toMillis(),
        policy.falseIncidentsPerWeek(),
        policy.resolveAfter().toMillis(),
        policy.reopenWithin().toMillis(),
        policy.listenFirst().toMillis(),
        policy.patterns(),
        policy.habituation(),
        AcrossRules.NONE,
        0);
  }

  /** The rules of a policy for the subjects of a catalogue, of which several may rise together. */
  public static WatchRules of(Policy policy, Catalogue catalogue) {
    WatchRules alone = of(policy);
    return new WatchRules(
        alone.width,
        alone.perWeek * Budget.SUBJECTS,
        alone.resolve,
        alone.reopen,
        alone.listen,
        alone.patterns,
        alone.habituation,
        AcrossRules.of(policy, catalogue),
        0);
  }

  /** The same for another budget, false incidents a week above 0. */
  public WatchRules sharing(double budget) {
    return new WatchRules(
        width, budget, resolve, reopen, listen, patterns, habituation, across, saved);
  }

  /** The same where changes are known and a share of the budget is saved for them, below 1. */
  public WatchRules saving(double share) {
    return new WatchRules(
        width, perWeek, resolve, reopen, listen, patterns, habituation, across, share);
  }

  /** By how much less evidence suffices where so many times the usual budget is spent more. */
  double discount(double extra) {
    return extra == 0 ? 0 : Allowances.discount(extra, saved);
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
