package io.groundswell.jobs.benchmark.flink;

import io.groundswell.jobs.surge.cli.LiveFlink;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;

/** Where a job keeps its state. */
public enum Backend {
  /** Objects in memory. */
  HASHMAP("heap"),
  /** On disk, with a cache. */
  ROCKSDB("RocksDB");

  /** As {@code run --init} has it. */
  public static final Duration CHECKPOINTS = Checkpoints.DEFAULT.every();

  private final String label;

  Backend(String label) {
    this.label = label;
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  /**
   * Settings of a job with checkpoints, as {@code run} has them: it goes on from the newest in the
   * folder, where there is one.
   *
   * @throws IOException where the folder cannot be looked into
   */
  public Configuration settings(Path folder, Duration every) throws IOException {
    State state = new State(RunSettings.Backend.valueOf(name()), folder.toString(), true);
    Checkpoints usual = Checkpoints.DEFAULT;
    return LiveFlink.stateful(
        state,
        new Checkpoints(
            every, usual.timeout(), usual.tolerateFailures(), usual.transactionTimeout()));
  }
}
