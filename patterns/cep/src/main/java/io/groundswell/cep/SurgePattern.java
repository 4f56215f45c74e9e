package io.groundswell.cep;

import io.groundswell.cep.language.BuiltIn;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.WatchRules;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;

/**
 * The built-in sequences of scored buckets that make, worsen and end a surge, compiled. Stage names
 * and the shape of a pattern are part of a savepoint: a changed shape gets a new version.
 *
 * @param id what the policy and an incident call it
 * @param version number of its shape
 * @param stages the sequence itself
 */
public record SurgePattern(String id, int version, Pattern<ScoredBucket, ?> stages) {

  /** The operator's identity in a savepoint. */
  public String uid() {
    return "pattern-" + id + "-v" + version;
  }

  /**
   * The pattern with the given id, one of {@link io.groundswell.domain.policy.PatternId#OF_ONE}.
   */
  public static SurgePattern of(String id, WatchRules rules) {
    PatternRule rule = BuiltIn.rule(id, rules);
    if (rule.over() != Over.SUBJECT) {
      throw new IllegalArgumentException("pattern '" + id + "' reads several subjects");
    }
    return new SurgePattern(
        id, 1, new PatternCompiler<ScoredBucket>(new Regions(List.of()), Signal::of).compile(rule));
  }
}
