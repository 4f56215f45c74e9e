package io.groundswell.jobs.surge.measure;

import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * {@code records} by input and outcome: posts, contacts, changes, answers, and what became of them.
 */
public final class RecordCounts implements Consumer<Tally> {
  private final Map<String, Counter> records = new HashMap<>();

  /** Registers a count for everything that can become of a record. */
  public RecordCounts(MetricGroup metrics) {
    for (Input input : Input.values()) {
      MetricGroup group = metrics.addGroup("input", input.label());
      for (Outcome outcome : Ledger.outcomes(input)) {
        records.put(
            Ledger.counter(input, outcome),
            group.addGroup("outcome", outcome.label()).counter("records"));
      }
    }
  }

  @Override
  public void accept(Tally tally) {
    Counter count = records.get(Ledger.counter(tally.input(), tally.outcome()));
    Objects.requireNonNull(count).inc(tally.count());
  }
}
