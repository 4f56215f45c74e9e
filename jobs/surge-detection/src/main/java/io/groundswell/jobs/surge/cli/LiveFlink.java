package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.Backend;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import io.groundswell.jobs.surge.settings.RunSettings.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The Flink of a streaming job: the cluster whose client has called this program, by {@code flink
 * run}, its REST interface or in application mode, or else one in this process.
 */
public final class LiveFlink {
  private static final String TICK = "pekko.scheduler.tick-duration";
  private static final int NETWORK_MEBIBYTES = 256;
  private static final int NETWORK_MEBIBYTES_BESIDE = 16;

  /** What is a cluster's own business, where it says anything about it. */
  private static final List<ConfigOption<?>> CLUSTERS_OWN =
      List.of(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY,
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          CheckpointingOptions.INCREMENTAL_CHECKPOINTS,
          CheckpointingOptions.MAX_RETAINED_CHECKPOINTS,
          StateBackendOptions.STATE_BACKEND,
          RestartStrategyOptions.RESTART_STRATEGY);

  /** Where the newest one is corrupt, one has to be there to go back to. */
  private static final int RETAINED_CHECKPOINTS = 3;

  private static final int ROCKSDB_LOGS = 2;

  private LiveFlink() {}

  /** The main job's environment, which begins at the newest checkpoint in its folder. */
  static StreamExecutionEnvironment environment(RunSettings settings) throws IOException {
    return environment(
        settings, () -> Beginning.newest(settings.state().folder(), Beginning.BY_MOVING));
  }

  /**
   * The main job's environment.
   *
   * @param beginning where it goes on, unless it is submitted to a cluster
   */
  static StreamExecutionEnvironment environment(RunSettings settings, From beginning)
      throws IOException {
    return environment(
        settings.state(),
        settings.checkpoints(),
        settings.parallelism(),
        new Own(NETWORK_MEBIBYTES, settings.ports().metrics()),
        beginning);
  }

  /**
   * What only a Flink of this process is told.
   *
   * @param networkMebibytes its buffers
   * @param metricsPort where Prometheus finds its metrics; 0 for nowhere
   */
  private record Own(int networkMebibytes, int metricsPort) {}

  /** A checkpoint or savepoint, or none. */
  @FunctionalInterface
  interface From {
    /**
     * Its path.
     *
     * @throws IOException where the folder cannot be looked into
     */
    Optional<String> path() throws IOException;
  }

  /**
   * A small environment for a job beside the main one.
   *
   * @param metricsPort where Prometheus finds its metrics, unless a cluster takes it; 0 for nowhere
   * @throws IOException where the folder cannot be looked into
   */
  public static StreamExecutionEnvironment beside(
      String folder, Checkpoints checkpoints, int metricsPort) throws IOException {
    State state = new State(Backend.HASHMAP, folder, false);
    return environment(
        state,
        checkpoints,
        1,
        new Own(NETWORK_MEBIBYTES_BESIDE, metricsPort),
        () -> Beginning.newest(folder, Beginning.BY_MOVING));
  }

  /** Whether a cluster takes the job, and this process only submits it. */
  public static boolean onCluster() {
    return cluster().isPresent();
  }

  /**
   * A process of its own can be watched at ports of its own.
   *
   * @throws UsageError where some are named and a cluster takes the job
   */
  public static void requireNoneOnCluster(Ports ports) {
    if (onCluster() && !ports.equals(Ports.DEFAULT)) {
      throw new UsageError(
          "ports: on a cluster Flink's own settings say where metrics are; take the key out");
    }
  }

  /** How a job is stopped, for a message. */
  public static String stoppedBy() {
    return onCluster() ? "it on the cluster" : "with Ctrl-C";
  }

  /** Until the job ends, which it does by a failure only; a cluster goes on with it by itself. */
  public static void await(JobClient job) throws Exception {
    if (!onCluster()) {
      job.getJobExecutionResult().get();
    }
  }

  private static Optional<StreamExecutionEnvironment> cluster() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    return env instanceof LocalStreamEnvironment ? Optional.empty() : Optional.of(env);
  }

  private static StreamExecutionEnvironment environment(
      State state, Checkpoints checkpoints, int parallelism, Own own, From beginning)
      throws IOException {
    Optional<StreamExecutionEnvironment> cluster = cluster();
    return cluster.isPresent()
        ? submitted(cluster.get(), state, checkpoints, parallelism)
        : embedded(state, checkpoints, parallelism, own, beginning);
  }

  /**
   * Where it begins, and with how many cores unless the job says so, whoever submits it decides.
   */
  private static StreamExecutionEnvironment submitted(
      StreamExecutionEnvironment env, State state, Checkpoints checkpoints, int parallelism)
      throws IOException {
    Configuration configuration = FlinkOptions.required();
    configuration.addAll(kept(state, checkpoints));
    restart(configuration);
    ReadableConfig cluster = env.getConfiguration();
    refuseCorrupt(cluster);
    for (ConfigOption<?> option : CLUSTERS_OWN) {
      if (cluster.getOptional(option).isPresent()) {
        configuration.removeConfig(option);
      }
    }
    env.configure(configuration);
    return parallelism == 0 ? env : env.setParallelism(parallelism);
  }

  /**
   * With a job id of its own the program is one that a JobManager runs again after each failure of
   * its own, and then goes on from what that knows, wherever it once began.
   */
  private static void refuseCorrupt(ReadableConfig cluster) throws IOException {
    Optional<String> from = cluster.getOptional(StateRecoveryOptions.SAVEPOINT_PATH);
    if (from.isPresent()
        && cluster.getOptional(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID).isEmpty()) {
      Beginning.submitted(from.get());
    }
  }

  private static StreamExecutionEnvironment embedded(
      State state, Checkpoints checkpoints, int parallelism, Own own, From beginning)
      throws IOException {
    Configuration configuration = FlinkOptions.bounded();
    configuration.addAll(stateful(state, checkpoints, beginning));
    restart(configuration);
    MemorySize network = MemorySize.ofMebiBytes(own.networkMebibytes());
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    FlinkOptions.show(configuration, own.metricsPort());
    int cores = parallelism == 0 ? Runtime.getRuntime().availableProcessors() : parallelism;
    return FlinkOptions.local(cores, configuration);
  }

  private static void restart(Configuration configuration) {
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
  }

  /**
   * Flink's settings for state that outlives the process: it goes on from the newest checkpoint in
   * its folder, where there is one.
   *
   * @throws IOException where the folder cannot be looked into
   */
  public static Configuration stateful(State state, Checkpoints checkpoints) throws IOException {
    return stateful(
        state, checkpoints, () -> Beginning.newest(state.folder(), Beginning.BY_MOVING));
  }

  private static Configuration stateful(State state, Checkpoints checkpoints, From beginning)
      throws IOException {
    sleepLonger();
    Configuration configuration = kept(state, checkpoints);
    beginning
        .path()
        .ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
    return configuration;
  }

  private static Configuration kept(State state, Checkpoints checkpoints) {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpointsOf(state.folder()));
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints.every());
    configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, checkpoints.timeout());
    configuration.set(
        CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, checkpoints.tolerateFailures());
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED_CHECKPOINTS);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(
        CheckpointingOptions.INCREMENTAL_CHECKPOINTS,
        state.incremental() && state.backend() == Backend.ROCKSDB);
    configuration.set(
        StateBackendOptions.STATE_BACKEND, state.backend().name().toLowerCase(Locale.ROOT));
    // Each of some thirty RocksDBs writes a log, of up to a hundred megabytes where nothing is set.
    configuration.set(RocksDBConfigurableOptions.LOG_MAX_FILE_SIZE, MemorySize.ofMebiBytes(1));
    configuration.set(RocksDBConfigurableOptions.LOG_FILE_NUM, ROCKSDB_LOGS);
    return configuration;
  }

  private static String checkpointsOf(String folder) {
    return folder.contains("://")
        ? folder + "/checkpoints"
        : Path.of(folder, "checkpoints").toUri().toString();
  }

  /**
   * Flink's actors look at their timers a hundred times a second, twice in each embedded Flink:
   * some percent of what a quiet job costs. What they time, heartbeats and restarts, lasts seconds.
   */
  private static void sleepLonger() {
    if (System.getProperty(TICK) == null) {
      System.setProperty(TICK, "100ms");
    }
  }
}
