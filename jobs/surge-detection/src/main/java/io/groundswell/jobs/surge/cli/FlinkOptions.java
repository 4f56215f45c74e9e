package io.groundswell.jobs.surge.cli;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Option;

/** How the embedded Flink runs. */
public final class FlinkOptions {
  /** Key groups: fixed, since it is part of every savepoint. */
  public static final int MAX_PARALLELISM = 128;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "How many cores to use; the result is the same. Default: all.")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "A setting of Flink, such as state.backend.type=rocksdb.")
  private Map<String, String> settings = Map.of();

  StreamExecutionEnvironment environment() {
    return environment(new Configuration());
  }

  /**
   * The embedded Flink of a command.
   *
   * @param own what the command needs beyond what bounded runs do
   */
  public StreamExecutionEnvironment environment(Configuration own) {
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new UsageError(
          "--parallelism: %d is not between 1 and %d".formatted(parallelism, MAX_PARALLELISM));
    }
    Configuration configuration = bounded();
    configuration.addAll(own);
    settings.forEach(configuration::setString);
    return local(parallelism, configuration);
  }

  /** What no job of ours can do without, wherever it runs. */
  static Configuration required() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
    configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    return configuration;
  }

  /** Settings of a bounded run in this process: nothing is retried, everything is checked. */
  public static Configuration bounded() {
    Configuration configuration = required();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    MemorySize network = MemorySize.ofMebiBytes(256);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    return configuration;
  }

  /** Lets Prometheus see an embedded Flink; a port of 0 does nothing. */
  static void show(Configuration configuration, int metricsPort) {
    if (metricsPort == 0) {
      return;
    }
    configuration.set(MetricOptions.REPORTERS_LIST, "prometheus");
    configuration.setString(
        "metrics.reporter.prometheus.factory.class",
        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    configuration.setString("metrics.reporter.prometheus.port", Integer.toString(metricsPort));
  }

  /** An embedded Flink. */
  public static StreamExecutionEnvironment local(int parallelism, Configuration configuration) {
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
  }
}
