package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.history.HistoryPipeline;
import io.groundswell.jobs.history.connector.TopicLines;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.cli.LiveFlink;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;

/** The history job in this process, which is not maintained meanwhile. */
final class KeepingJob implements AutoCloseable {
  private static final long PATIENCE = Duration.ofMinutes(5).toNanos();
  private static final long GLANCE = 250_000_000;

  private final Warehouse warehouse;
  private final JobClient job;

  private KeepingJob(Warehouse warehouse, JobClient job) {
    this.warehouse = warehouse;
    this.job = job;
  }

  /** Starts on a new warehouse. */
  static KeepingJob start(Path folder, Path state, Topics topics, Duration commit)
      throws Exception {
    Files.createDirectories(folder);
    Place place = Place.folder(folder);
    Warehouse warehouse = Warehouse.open(place);
    warehouse.prepare();
    Checkpoints usual = Checkpoints.DEFAULT;
    StreamExecutionEnvironment env =
        LiveFlink.beside(
            state.toString(),
            new Checkpoints(
                commit, usual.timeout(), usual.tolerateFailures(), usual.transactionTimeout()),
            0);
    Map<String, String> client = Map.of("bootstrap.servers", topics.broker());
    new HistoryPipeline(place)
        .load(TopicLines.add(env, client, Lines.topics(topics), topics.name()), Map.of(), Set.of());
    return new KeepingJob(warehouse, env.executeAsync(topics.name()));
  }

  /** Rows that can be asked for. */
  long rows() {
    long rows = 0;
    for (HistoryTable table : HistoryTable.values()) {
      Snapshot now = warehouse.table(table).currentSnapshot();
      if (now != null) {
        rows += Long.parseLong(now.summary().get(SnapshotSummary.TOTAL_RECORDS_PROP));
      }
    }
    return rows;
  }

  /** Waits until there are so many. */
  void await(long rows) {
    long deadline = System.nanoTime() + PATIENCE;
    while (rows() < rows) {
      if (job.getJobExecutionResult().isDone() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the history has %,d rows of %,d and gets no more".formatted(rows(), rows));
      }
      LockSupport.parkNanos(GLANCE);
    }
  }

  @Override
  public void close() throws IOException {
    job.cancel().join();
    warehouse.close();
  }
}
