package io.groundswell.domain.pattern;

import io.groundswell.domain.catalogue.Regions;
import java.io.Serializable;
import java.util.List;

/**
 * What a bucket has to be to be of a stage. Two levels deep and no more, so that it is flat state
 * and can be checked whole.
 *
 * @param all traits all of which it has
 * @param any clauses, the traits of one of which it has, if there are any
 * @param none traits none of which it has
 */
public record Condition(Clause all, List<Clause> any, Clause none) implements Serializable {
  /** Every bucket. */
  public static final Condition ALWAYS = new Condition(Clause.EMPTY, List.of(), Clause.EMPTY);

  /** Copies the list. */
  public Condition {
    any = List.copyOf(any);
  }

  /** Whether every bucket is of it. */
  public boolean isAlways() {
    return equals(ALWAYS);
  }

  /** Whether a bucket is of it, given those of earlier stages. */
  public boolean holds(Signal now, Earlier earlier, Regions regions) {
    Reading reading = new Reading(now, earlier, regions);
    return all.traits().stream().allMatch(reading::holds)
        && none.traits().stream().noneMatch(reading::holds)
        && (any.isEmpty()
            || any.stream().anyMatch(clause -> clause.traits().stream().allMatch(reading::holds)));
  }
}
