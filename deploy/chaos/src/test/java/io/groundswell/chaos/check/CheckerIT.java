package io.groundswell.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.feed.Posts;
import io.groundswell.jobs.notification.connector.EntryJson;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.delivery.Entry.Outcome;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.settings.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the checker says of a job that went right, and of topics in which something is wrong. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CheckerIT {
  private static final long BEGIN = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final int SECONDS = 250;

  /** The minute of the last post is over, and its row is written, before the clock stands. */
  private static final int QUIET_FROM = 180;

  private static final int SURGE_AT = 100;
  private static final int BROKEN = 7;
  private static final OutputTopics AGAIN = OutputTopics.behind("again-");

  @TempDir Path folder;
  private LocalBroker broker;
  private KafkaProducer<String, String> producer;
  private Committed committed;
  private Live live;

  @BeforeEach
  void start() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
    Map<String, Object> client = Map.of("bootstrap.servers", broker.address());
    producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
    committed = new Committed(broker.address());
    try (Admin admin = Admin.create(client)) {
      List<NewTopic> topics =
          List.of(
              new NewTopic("posts", 1, (short) 1),
              new NewTopic("groundswell-clock", 1, (short) 1),
              new NewTopic("deliveries", 1, (short) 1));
      admin.createTopics(topics).all().get();
    }
    Files.writeString(folder.resolve("catalogue.yaml"), Invented.yaml());
    Files.writeString(
        folder.resolve("policy.yaml"),
        "bucket: 10s\nlateness: 2s\nlisten_first: 20s\nresolve_after: 1m\n");
    Path config =
        Files.writeString(
            folder.resolve("groundswell.yaml"),
            "kafka: {brokers: \"%s\"}\ncatalogue: catalogue.yaml\npolicy: policy.yaml\n"
                .formatted(broker.address()));
    live = Live.of(RunFile.read(config));
  }

  @AfterEach
  void stop() {
    producer.close();
    broker.close();
  }

  @Test
  void saysWhatIsRightAndSeesWhatIsNot() throws Exception {
    post();
    // What stands for the live job: the same one, with the names that a live one uses.
    play("live", OutputTopics.behind(""));
    play("again", AGAIN);
    tell(committed.values("incidents"));

    assertThat(wrong()).isEmpty();

    send("ledger", committed.values("ledger").get(0));
    send("volumes", committed.values("volumes").get(0).replace("\"posts\":", "\"posts\":9"));
    String update = committed.values("incidents").get(0);
    send("incidents", update.replace("\"sequence\":1,", "\"sequence\":99,"));
    send("posts", "one that nobody has counted");

    Map<String, String> wrong = wrong();
    assertThat(wrong.keySet())
        .containsExactlyInAnyOrder("posts", "ledger", "volumes", "incidents", "notifications");
    assertThat(wrong.get("posts")).contains(": 1 lost, 0 twice");
  }

  private void play(String name, OutputTopics topics) throws Exception {
    new Replay(committed, live, folder.resolve(name), name, topics).play();
  }

  /** What the checker finds wrong, in its words. */
  private Map<String, String> wrong() throws Exception {
    Checker checker = new Checker();
    new CommandLine(checker).parseArgs("--patience", "2", "--page-within", "30");
    return checker.compare(live, committed, checker.ledger(committed, live), AGAIN).stream()
        .filter(finding -> !finding.right())
        .collect(Collectors.toMap(Finding::what, Finding::figures));
  }

  /** Minutes of posts in which one product breaks, and the clock that went with them. */
  private void post() throws Exception {
    Posts posts = new Posts(1);
    long sent = 0;
    for (int second = 0; second < SECONDS; second++) {
      long at = BEGIN + second * 1_000L;
      boolean calm = second < SURGE_AT || second >= SURGE_AT + 10;
      for (int i = 0; i < (calm ? 1 : 40) && second < QUIET_FROM; i++, sent++) {
        send("posts", calm ? posts.any(kind(second), at) : posts.complaint(BROKEN, at));
      }
      send("groundswell-clock", "{\"time\":%d,\"ends\":{\"posts-0\":%d}}".formatted(at, sent));
    }
  }

  private static Kind kind(int second) {
    return second % 3 == 0 ? Kind.COMPLAINT : Kind.OTHER;
  }

  private void send(String topic, String value) throws Exception {
    producer.send(new ProducerRecord<>(topic, 0, null, value)).get();
  }

  /** Tells the last word of each incident, ten seconds after it was detected. */
  private void tell(List<String> updates) throws Exception {
    assertThat(updates).isNotEmpty();
    Map<String, JsonNode> last = new HashMap<>();
    updates.stream()
        .map(Committed::parse)
        .forEach(update -> last.put(update.get("incident_id").asText(), update));
    for (JsonNode update : last.values()) {
      long told = Instant.parse(update.get("detected_at").asText()).toEpochMilli() + 10_000;
      Entry entry =
          new Entry(
              "hook",
              update.get("incident_id").asText(),
              update.get("sequence").asInt(),
              Outcome.DELIVERED,
              !update.get("status").asText().equals("resolved"),
              false,
              null,
              1,
              told,
              told,
              update.get("severity").asText(),
              null,
              "",
              null);
      producer
          .send(new ProducerRecord<>("deliveries", 0, entry.key(), EntryJson.write(entry)))
          .get();
    }
  }
}
