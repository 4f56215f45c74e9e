package io.groundswell.cep;

import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Condition;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** A stage's condition as Flink asks it. */
final class Where extends IterativeCondition<Signal> {
  private static final long serialVersionUID = 1;

  private final Condition condition;
  private final Regions regions;

  Where(Condition condition, Regions regions) {
    this.condition = condition;
    this.regions = regions;
  }

  @Override
  public boolean filter(Signal signal, Context<Signal> context) {
    return condition.holds(signal, stage -> before(stage, context), regions);
  }

  private List<ScoredBucket> before(String stage, Context<Signal> context) {
    try {
      List<ScoredBucket> buckets = new ArrayList<>();
      for (Signal signal : context.getEventsForPattern(stage)) {
        buckets.add(signal.bucket());
      }
      return buckets;
    } catch (Exception e) {
      throw new IllegalStateException("the buckets of stage '" + stage + "' cannot be read", e);
    }
  }
}
