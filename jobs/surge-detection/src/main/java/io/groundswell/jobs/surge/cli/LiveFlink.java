package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.Backend;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
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
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
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
          StateBackendOptions.STATE_BACKEND,
          RestartStrategyOptions.RESTART_STRATEGY);

  private LiveFlink() {}

  /** The main job's environment. */
  static StreamExecutionEnvironment environment(RunSettings settings) throws IOException {
    return environment(
        settings.state(), settings.checkpoints(), settings.parallelism(), NETWORK_MEBIBYTES);
  }

  /**
   * A small environment for a job beside the main one.
   *
   * @throws IOException where the folder cannot be looked into
   */
  public static StreamExecutionEnvironment beside(String folder, Checkpoints checkpoints)
      throws IOException {
    State state = new State(Backend.HASHMAP, folder, false);
    return environment(state, checkpoints, 1, NETWORK_MEBIBYTES_BESIDE);
  }

  /** Whether a cluster takes the job, and this process only submits it. */
  public static boolean onCluster() {
    return cluster().isPresent();
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
      State state, Checkpoints checkpoints, int parallelism, int networkMebibytes)
      throws IOException {
    Optional<StreamExecutionEnvironment> cluster = cluster();
    return cluster.isPresent()
        ? submitted(cluster.get(), state, checkpoints, parallelism)
        : embedded(state, checkpoints, parallelism, networkMebibytes);
  }

  /**
   * Where it begins, and with how many cores unless the job says so, whoever submits it decides.
   */
  private static StreamExecutionEnvironment submitted(
      StreamExecutionEnvironment env, State state, Checkpoints checkpoints, int parallelism) {
    Configuration configuration = FlinkOptions.required();
    configuration.addAll(kept(state, checkpoints));
    restart(configuration);
    ReadableConfig cluster = env.getConfiguration();
    for (ConfigOption<?> option : CLUSTERS_OWN) {
      if (cluster.getOptional(option).isPresent()) {
        configuration.removeConfig(option);
      }
    }
    env.configure(configuration);
    return parallelism == 0 ? env : env.setParallelism(parallelism);
  }

  /** Goes on from the newest checkpoint in the folder, where there is one. */
  private static StreamExecutionEnvironment embedded(
      State state, Checkpoints checkpoints, int parallelism, int networkMebibytes)
      throws IOException {
    Configuration configuration = FlinkOptions.bounded();
    configuration.addAll(stateful(state, checkpoints));
    restart(configuration);
    MemorySize network = MemorySize.ofMebiBytes(networkMebibytes);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
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
    sleepLonger();
    Configuration configuration = kept(state, checkpoints);
    LocalFiles.latestCheckpoint(Path.of(state.folder(), "checkpoints"))
        .ifPresent(
            path ->
                configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
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
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(
        CheckpointingOptions.INCREMENTAL_CHECKPOINTS,
        state.incremental() && state.backend() == Backend.ROCKSDB);
    configuration.set(
        StateBackendOptions.STATE_BACKEND, state.backend().name().toLowerCase(Locale.ROOT));
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
