package io.groundswell.cep;

import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Condition;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * A stage's condition as Flink asks it.
 *
 * @param <T> what the pattern reads: a bucket, or what holds one
 */
final class Where<T> extends IterativeCondition<T> {
  private static final long serialVersionUID = 1;

  private final Condition condition;
  private final Regions regions;
  private final KeySelector<T, Signal> signalOf;

  Where(Condition condition, Regions regions, KeySelector<T, Signal> signalOf) {
    this.condition = condition;
    this.regions = regions;
    this.signalOf = signalOf;
  }

  @Override
  public boolean filter(T item, Context<T> context) throws Exception {
    return condition.holds(signalOf.getKey(item), stage -> before(stage, context), regions);
  }

  private List<ScoredBucket> before(String stage, Context<T> context) {
    try {
      List<ScoredBucket> buckets = new ArrayList<>();
      for (T item : context.getEventsForPattern(stage)) {
        buckets.add(signalOf.getKey(item).bucket());
      }
      return buckets;
    } catch (Exception e) {
      throw new IllegalStateException("the buckets of stage '" + stage + "' cannot be read", e);
    }
  }
}
