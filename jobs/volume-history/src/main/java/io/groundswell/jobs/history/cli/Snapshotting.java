package io.groundswell.jobs.history.cli;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.history.connector.SnapshotFolder;
import io.groundswell.jobs.history.settings.HistorySettings;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;

/** Keeps what the main job in this process knows, once in a while. */
final class Snapshotting implements AutoCloseable {
  /** How often is looked whether one is due; after a failure it is tried again then. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final JobClient main;
  private final SnapshotFolder folder;
  private final Path raw;
  private final Policy policy;
  private final Duration every;
  private final @Nullable Integer days;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "groundswell snapshots");
            thread.setDaemon(true);
            return thread;
          });

  private Snapshotting(
      JobClient main, SnapshotFolder folder, HistorySettings history, Policy policy) {
    this.main = main;
    this.folder = folder;
    this.raw = Path.of(history.stateFolder(), "savepoint");
    this.policy = policy;
    this.every = history.snapshotEvery();
    this.days = history.retention().days().get(HistoryTable.POSTS);
  }

  /** Starts; null where the warehouse is in no folder of this machine, or none are wanted. */
  static @Nullable Snapshotting start(
      JobClient main, HistorySettings history, RunSettings settings) {
    SnapshotFolder folder =
        history.folder() == null ? null : SnapshotFolder.of(Path.of(history.folder()));
    if (folder == null || history.snapshotEvery().isZero()) {
      return null;
    }
    Snapshotting snapshots = new Snapshotting(main, folder, history, policy(settings));
    long seconds = Math.min(LOOK.toSeconds(), history.snapshotEvery().toSeconds());
    var unused =
        snapshots.thread.scheduleWithFixedDelay(
            snapshots::look, seconds, seconds, TimeUnit.SECONDS);
    return snapshots;
  }

  /** The policy of a job. */
  static Policy policy(RunSettings settings) {
    return settings.policy() == null
        ? Policy.defaults()
        : PolicyFile.read(
            Path.of(settings.policy()), CatalogueFile.read(Path.of(settings.catalogue())));
  }

  private void look() {
    try {
      List<Snapshot> all = folder.all();
      long now = System.currentTimeMillis();
      long last = all.isEmpty() ? 0 : all.get(all.size() - 1).takenAt();
      if (now - last >= every.toMillis()) {
        take(now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | OutOfMemoryError e) {
      System.err.println("history: no snapshot of what the job knows, tried again soon: " + e);
    }
  }

  private void take(long now) throws Exception {
    LocalFiles.deleteFolder(raw); // As a killed process may have left it.
    try {
      Snapshot kept = folder.add(savepoint(), policy, now);
      if (days != null) {
        folder.forget(kept.from() - Duration.ofDays(days).toMillis());
      }
    } finally {
      LocalFiles.deleteFolder(raw);
    }
  }

  private Path savepoint() throws IOException, InterruptedException {
    try {
      String at =
          main.triggerSavepoint(raw.toUri().toString(), SavepointFormatType.CANONICAL).get();
      return Path.of(URI.create(at));
    } catch (ExecutionException e) {
      throw new IOException("the job gave no savepoint: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
