package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.HistoryPipeline;
import io.groundswell.jobs.history.connector.TopicLines;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.settings.HistorySettings;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.cli.Health;
import io.groundswell.jobs.surge.cli.LiveFlink;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job in this process, on a Flink of its own. */
final class Keeping implements AutoCloseable {
  private final JobClient job;
  private final @Nullable Health health;
  private volatile boolean closed;

  private Keeping(JobClient job, @Nullable Health health) {
    this.job = job;
    this.health = health;
  }

  /** Starts at topics that are there. */
  static Keeping start(HistorySettings settings) throws Exception {
    LiveFlink.requireNoneOnCluster(settings.ports());
    Health health = Health.listen(settings.ports().health());
    Place place = place(settings);
    try (Warehouse warehouse = Warehouse.open(place)) {
      warehouse.prepare();
    }
    StreamExecutionEnvironment env =
        LiveFlink.beside(settings.stateFolder(), checkpoints(settings), settings.ports().metrics());
    new HistoryPipeline(place)
        .add(
            TopicLines.add(env, settings.kafka(), settings.topics(), settings.job()),
            settings.retention(),
            settings.maintainEvery());
    JobClient job = env.executeAsync(settings.job());
    if (health != null) {
      health.of(job);
    }
    System.err.printf(
        "Keeping %s in %s; stop %s.%n",
        String.join(", ", settings.topics().values()),
        settings.folder() == null ? "the catalogue" : settings.folder(),
        LiveFlink.stoppedBy());
    return new Keeping(job, health);
  }

  /** Each commits what has come. */
  private static Checkpoints checkpoints(HistorySettings settings) {
    Checkpoints usual = Checkpoints.DEFAULT;
    return new Checkpoints(
        settings.commitEvery(),
        Duration.ofMinutes(10),
        usual.tolerateFailures(),
        usual.transactionTimeout());
  }

  /** Where the tables are; the folder is made where it is not there. */
  static Place place(HistorySettings settings) throws IOException {
    return settings.folder() == null
        ? settings.catalogue()
        : WarehouseFolder.make(Path.of(settings.folder()));
  }

  /** Until it ends, which it does by a failure only, or a cluster has taken it. */
  void await() throws Exception {
    LiveFlink.await(job);
  }

  /** Says so where it ends by itself: nothing is kept from then on. */
  Keeping watched() {
    var unused =
        job.getJobExecutionResult()
            .whenComplete(
                (result, failure) -> {
                  if (failure != null && !closed) {
                    System.err.println("history: the job has ended, nothing is kept: " + failure);
                  }
                });
    return this;
  }

  @Override
  public void close() {
    closed = true;
    if (health != null) {
      health.close();
    }
    if (!LiveFlink.onCluster()) {
      job.cancel().join();
    }
  }
}
