package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.surge.Watching;
import io.groundswell.jobs.surge.Rules;
import java.io.Serializable;

/**
 * What buckets are scored by.
 *
 * @param policy what the user decides
 * @param watch its rules, for the subjects of a catalogue or for any
 * @param start what is known before anything has been counted
 */
public record ScoringRules(Policy policy, WatchRules watch, ScoringStart start)
    implements Serializable {

  /** How such rules follow from what the job decides by. */
  public interface From extends Serializable {
    /** The rules for scoring. */
    ScoringRules of(Rules rules);
  }

  /**
   * For the subjects of a catalogue.
   *
   * @param withChanges change events are read as well, so that a part of the budget is saved for
   *     the hours after them
   */
  public static ScoringRules of(Rules rules, boolean withChanges) {
    double saved = withChanges ? rules.policy().budgetAfterChanges() : 0;
    return new ScoringRules(
        rules.policy(),
        WatchRules.of(rules.policy(), rules.catalogue()).saving(saved),
        ScoringStart.atFirstComplaint(rules.catalogue()));
  }

  /** What scores by them. */
  record Bench(ScoringRules rules, Watching watching, Watching watchingTerms) {
    static Bench of(ScoringRules rules) {
      return new Bench(rules, new Watching(rules.watch), Watching.ofTerms(rules.watch));
    }
  }
}
