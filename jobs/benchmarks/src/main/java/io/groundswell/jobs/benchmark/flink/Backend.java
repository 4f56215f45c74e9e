package io.groundswell.jobs.benchmark.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;

/** Where a job keeps its state. */
public enum Backend {
  /** Objects in memory. */
  HASHMAP("heap"),
  /** On disk, with a cache. */
  ROCKSDB("RocksDB");

  /** As {@code run --init} has it. */
  public static final Duration CHECKPOINTS = Duration.ofSeconds(10);

  private final String label;

  Backend(String label) {
    this.label = label;
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  /**
   * Settings of a job with checkpoints, as {@code run} has them.
   *
   * @param restored the checkpoint to go on from
   */
  public Configuration settings(Path checkpoints, Duration every, Optional<Path> restored) {
    Configuration settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, name().toLowerCase(Locale.ROOT));
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, this == ROCKSDB);
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    restored.ifPresent(
        path -> settings.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString()));
    return settings;
  }
}
