package io.groundswell.chaos.check;

import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.flink.EmbeddedJob;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.Tick;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The job once more, from the first post on, over the same topics and the same clock. */
final class Replay implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(5);

  private final Committed committed;
  private final Live live;
  private final Path folder;
  private final String name;
  private final OutputTopics topics;

  /**
   * A replay to be.
   *
   * @param folder for its state, which is gone as well once it is closed
   * @param name of its group and transactions
   * @param topics that it writes, which are gone once it is closed
   */
  Replay(Committed committed, Live live, Path folder, String name, OutputTopics topics) {
    this.committed = committed;
    this.live = live;
    this.folder = folder;
    this.name = name;
    this.topics = topics;
  }

  /** Plays everything up to the last tick that the clock's topic holds now. */
  void play() throws Exception {
    LiveDetection detection = live.again(committed.client(), name, topics);
    KafkaTopics.prepare(committed.client(), detection.input().wanted());
    KafkaTopics.prepare(committed.client(), topics.wanted());
    long last = lastTick();
    try (EmbeddedJob job =
        EmbeddedJob.start(Backend.HASHMAP.settings(folder, CHECKPOINTS), detection::add)) {
      job.awaitWatermark(last - live.rules().policy().lateness().toMillis() - 1, PATIENCE);
      job.stop(folder.resolve("savepoints").toUri().toString());
    }
  }

  private long lastTick() throws IOException {
    long last = 0;
    for (String value : committed.values(live.settings().clock().topic())) {
      last = Math.max(last, Tick.of(value.getBytes(StandardCharsets.UTF_8)).time());
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    LocalFiles.deleteFolder(folder);
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(committed.client()))) {
      List<String> written = topics.wanted().stream().map(WantedTopic::name).toList();
      admin.deleteTopics(written).all().toCompletionStage().toCompletableFuture().join();
    }
  }
}
