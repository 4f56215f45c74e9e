package io.groundswell.cep.host;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts partial matches that were dropped because there were too many, by pattern. */
final class DropCounts {
  /** So many patterns are told apart: a series that was once told stays while the job runs. */
  private static final int MOST = 100;

  private static final String OTHER = "other";

  private final MetricGroup metrics;
  private final Map<String, Counter> counts = new HashMap<>();

  DropCounts(MetricGroup metrics) {
    this.metrics = metrics;
  }

  /** Begins a pattern's count at 0, so that its first drop shows as an increase. */
  void know(String pattern) {
    count(pattern);
  }

  void add(String pattern, int dropped) {
    count(pattern).inc(dropped);
  }

  long all() {
    return counts.values().stream().mapToLong(Counter::getCount).sum();
  }

  private Counter count(String pattern) {
    boolean known = counts.size() < MOST || counts.containsKey(pattern);
    return counts.computeIfAbsent(
        known ? pattern : OTHER,
        name ->
            metrics
                .addGroup("groundswell")
                .addGroup("pattern", name)
                .counter("dropped_partial_matches"));
  }
}
