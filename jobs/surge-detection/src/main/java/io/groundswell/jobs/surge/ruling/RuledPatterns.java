package io.groundswell.jobs.surge.ruling;

import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.settings.PatternFile;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Rulings, which are sound, to the patterns that hold from them on. */
public final class RuledPatterns implements FlatMapFunction<Ruling, PatternSet> {
  private static final long serialVersionUID = 1;

  private final Policy first;
  private final boolean fixed;

  /**
   * By the rules of a job.
   *
   * @param first the policy that it began with
   * @param fixed whether its patterns hold whatever is ruled
   */
  public RuledPatterns(Policy first, boolean fixed) {
    this.first = first;
    this.fixed = fixed;
  }

  @Override
  public void flatMap(Ruling ruling, Collector<PatternSet> out) {
    if (ruling.kind() == RuleKind.PATTERNS && !fixed) {
      out.collect(
          new PatternSet(ruling.from(), PatternFile.of(ruling.key(), ruling.content(), first)));
    }
  }
}
