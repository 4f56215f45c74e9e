package io.groundswell.jobs.surge.measure;

import io.groundswell.domain.post.DeadLetter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** {@code dead_letters} by reason. */
public final class DeadLetterCounts implements Consumer<DeadLetter> {
  /**
   * Reasons are the code's own words; should one ever not be, it may not name series without end.
   */
  private static final int MOST = 30;

  private static final String OTHER = "other";

  private final MetricGroup metrics;
  private final Map<String, Counter> letters = new HashMap<>();

  /** Counts a reason from its first letter on. */
  public DeadLetterCounts(MetricGroup metrics) {
    this.metrics = metrics;
    count(OTHER);
  }

  @Override
  public void accept(DeadLetter letter) {
    boolean known = letters.size() < MOST || letters.containsKey(letter.reason());
    count(known ? letter.reason() : OTHER).inc();
  }

  private Counter count(String reason) {
    return letters.computeIfAbsent(
        reason, name -> metrics.addGroup("reason", name).counter("dead_letters"));
  }
}
