package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.Backend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The embedded Flink of the streaming job: checkpoints, state, restarts. */
final class LiveFlink {
  private LiveFlink() {}

  /** An environment that goes on from the newest checkpoint, where there is one. */
  static StreamExecutionEnvironment environment(RunSettings settings) throws IOException {
    Configuration configuration = FlinkOptions.bounded();
    Path checkpoints = Path.of(settings.state().folder(), "checkpoints");
    checkpoint(configuration, settings, checkpoints);
    configuration.set(
        StateBackendOptions.STATE_BACKEND,
        settings.state().backend().name().toLowerCase(Locale.ROOT));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    Optional<Path> latest = LocalFiles.latestCheckpoint(checkpoints);
    latest.ifPresent(
        path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
    int cores = Runtime.getRuntime().availableProcessors();
    int parallelism = settings.parallelism() == 0 ? cores : settings.parallelism();
    return FlinkOptions.local(parallelism, configuration);
  }

  private static void checkpoint(
      Configuration configuration, RunSettings settings, Path checkpoints) {
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpoints().every());
    configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, settings.checkpoints().timeout());
    configuration.set(
        CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, settings.checkpoints().tolerateFailures());
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    configuration.set(
        CheckpointingOptions.INCREMENTAL_CHECKPOINTS,
        settings.state().incremental() && settings.state().backend() == Backend.ROCKSDB);
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
  }
}
