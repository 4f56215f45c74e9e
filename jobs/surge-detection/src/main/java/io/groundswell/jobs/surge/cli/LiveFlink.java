package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.Backend;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The embedded Flink of the streaming job: checkpoints, state, restarts. */
public final class LiveFlink {
  private static final String TICK = "pekko.scheduler.tick-duration";

  private LiveFlink() {}

  /** An environment that goes on from the newest checkpoint, where there is one. */
  static StreamExecutionEnvironment environment(RunSettings settings) throws IOException {
    Configuration configuration = FlinkOptions.bounded();
    configuration.addAll(stateful(settings.state(), settings.checkpoints()));
    restart(configuration);
    int cores = Runtime.getRuntime().availableProcessors();
    int parallelism = settings.parallelism() == 0 ? cores : settings.parallelism();
    return FlinkOptions.local(parallelism, configuration);
  }

  /**
   * A small environment for a job beside the main one, which goes on from the newest checkpoint in
   * its folder, where there is one.
   *
   * @throws IOException where the folder cannot be looked into
   */
  public static StreamExecutionEnvironment beside(String folder, Checkpoints checkpoints)
      throws IOException {
    Configuration configuration = FlinkOptions.bounded();
    configuration.addAll(stateful(new State(Backend.HASHMAP, folder, false), checkpoints));
    restart(configuration);
    MemorySize network = MemorySize.ofMebiBytes(16);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    return FlinkOptions.local(1, configuration);
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
    Configuration configuration = new Configuration();
    Path folder = Path.of(state.folder(), "checkpoints");
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
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
    LocalFiles.latestCheckpoint(folder)
        .ifPresent(
            path ->
                configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
    return configuration;
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
