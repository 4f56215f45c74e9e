package io.groundswell.chaos.check;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.flink.EmbeddedJob;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.StartAt;
import io.groundswell.jobs.surge.connector.kafka.Tick;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.PostTopic;
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
  private static final int TRANSACTION_MILLIS = 900_000;

  private final Committed committed;
  private final RunSettings settings;
  private final Path folder;
  private final String name;
  private final OutputTopics topics;

  /**
   * A replay to be.
   *
   * @param folder for its state
   * @param name of its group and transactions
   * @param topics that it writes, which are gone once it is closed
   */
  Replay(Committed committed, RunSettings settings, Path folder, String name, OutputTopics topics) {
    this.committed = committed;
    this.settings = settings;
    this.folder = folder;
    this.name = name;
    this.topics = topics;
  }

  /** Plays everything up to the last tick that the clock's topic holds now. */
  void play() throws Exception {
    Map<String, String> client = committed.client();
    var catalogue = CatalogueFile.read(Path.of(settings.catalogue()));
    Policy policy =
        settings.policy() == null
            ? Policy.defaults()
            : PolicyFile.read(Path.of(settings.policy()), catalogue);
    List<String> posts = settings.posts().stream().map(PostTopic::topic).toList();
    KafkaTopics.prepare(client, topics.wanted());
    KafkaInput input =
        new KafkaInput(
            client,
            name,
            posts,
            List.of(),
            List.of(),
            settings.clock().topic(),
            StartAt.EARLIEST,
            policy.lateness().toMillis(),
            null);
    LiveDetection detection =
        new LiveDetection(
            Rules.of(catalogue, policy),
            input,
            new KafkaOutput(client, name, TRANSACTION_MILLIS),
            topics);
    long last = lastTick();
    try (EmbeddedJob job =
        EmbeddedJob.start(Backend.HASHMAP.settings(folder, CHECKPOINTS), detection::add)) {
      job.awaitWatermark(last - policy.lateness().toMillis() - 1, PATIENCE);
      job.stop(folder.resolve("savepoints").toUri().toString());
    }
  }

  private long lastTick() throws IOException {
    long last = 0;
    for (String value : committed.values(settings.clock().topic())) {
      last = Math.max(last, Tick.of(value.getBytes(StandardCharsets.UTF_8)).time());
    }
    return last;
  }

  @Override
  public void close() {
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(committed.client()))) {
      List<String> written = topics.wanted().stream().map(WantedTopic::name).toList();
      admin.deleteTopics(written).all().toCompletionStage().toCompletableFuture().join();
    }
  }
}
