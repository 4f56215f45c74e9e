package io.groundswell.jobs.surge.ledger;

import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an operator said of outcomes.
 *
 * @param tallies in the order in which it did
 */
public record Said(List<Tally> tallies) {

  /** Reads the side output {@link Ledger#OUTCOMES} of a harness. */
  public static Said in(@Nullable Collection<StreamRecord<Tally>> sideOutput) {
    return new Said(
        sideOutput == null ? List.of() : sideOutput.stream().map(StreamRecord::getValue).toList());
  }

  /** How many records had an outcome. */
  public long count(Outcome outcome) {
    return tallies.stream()
        .filter(tally -> tally.outcome() == outcome)
        .mapToLong(Tally::count)
        .sum();
  }

  public long unmatched() {
    return sum(Tally::unmatched);
  }

  public long late() {
    return sum(Tally::late);
  }

  private long sum(ToLongFunction<Tally> figure) {
    return tallies.stream().mapToLong(figure).sum();
  }
}
