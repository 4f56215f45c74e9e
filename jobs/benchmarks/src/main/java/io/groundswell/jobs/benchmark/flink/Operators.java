package io.groundswell.jobs.benchmark.flink;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Where the operators of the jobs in this process stand, by Flink's own metrics. A watermark that
 * has reached the last of them has every record before it behind it: that is how the benchmark
 * knows, exactly and without waiting, that all has been handled.
 */
public final class Operators implements MetricReporter {
  private static final Map<Metric, Place> METRICS = new ConcurrentHashMap<>();

  private record Place(String job, String operator, String name) {}

  /** Flink finds this as a service. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new Operators();
    }
  }

  @Override
  public void open(MetricConfig config) {
    // Nothing to open.
  }

  @Override
  public void close() {
    // Metrics go one by one.
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    Map<String, String> variables = group.getAllVariables();
    String operator = variables.get("<operator_name>");
    String job = variables.get("<job_id>");
    boolean wanted = "currentInputWatermark".equals(name) || "numRecordsIn".equals(name);
    if (wanted && operator != null && job != null) {
      METRICS.put(metric, new Place(job, operator, name));
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    METRICS.remove(metric);
  }

  /**
   * The watermark that every operator of a job has seen.
   *
   * @param expected how many instances of operators there are, sources excepted
   * @return epoch milliseconds; {@link Long#MIN_VALUE} before all of them run
   */
  static long watermark(JobID job, int expected) {
    int found = 0;
    long least = Long.MAX_VALUE;
    for (Map.Entry<Metric, Place> entry : METRICS.entrySet()) {
      Place place = entry.getValue();
      if (place.job.equals(job.toString()) && entry.getKey() instanceof Gauge<?> gauge) {
        found++;
        least = Math.min(least, (Long) gauge.getValue());
      }
    }
    return found < expected ? Long.MIN_VALUE : least;
  }

  /** How many records an operator has read or written; {@code name} as in Flink's metrics. */
  static long count(JobID job, String operator, String name) {
    Place wanted = new Place(job.toString(), operator, name);
    return METRICS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(wanted))
        .mapToLong(entry -> ((Counter) entry.getKey()).getCount())
        .sum();
  }
}
