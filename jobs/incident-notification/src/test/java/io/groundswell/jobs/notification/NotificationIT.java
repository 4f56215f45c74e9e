package io.groundswell.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.notification.connector.Beginning;
import io.groundswell.jobs.notification.connector.EntryJson;
import io.groundswell.jobs.notification.connector.JobTopics;
import io.groundswell.jobs.notification.connector.Requests;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.notice.Updates;
import io.groundswell.jobs.notification.settings.NotifySettings.Topics;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.TopicReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job on a real Flink and a real broker, and destinations on this machine. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NotificationIT {
  private static int tests;
  private static LocalBroker broker;

  @TempDir static Path folder;
  @TempDir Path files;
  private final FarSide fallback =
      new FarSide(asked -> FarSide.Said.of(202, "{\"status\":\"success\"}"));
  private final FarSide hook = new FarSide(asked -> FarSide.Said.of(200, ""));
  private KafkaProducer<String, String> producer;
  private Map<String, String> client;
  private Topics topics;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start() throws Exception {
    tests++;
    topics = new Topics("incidents-" + tests, "deliveries-" + tests, "requests-" + tests);
    client = Map.of("bootstrap.servers", broker.address());
    KafkaTopics.prepare(client, JobTopics.of(topics));
    Beginning.record(client, "job-" + tests, List.of(topics.incidents(), topics.requests()));
    producer =
        new KafkaProducer<>(Map.copyOf(client), new StringSerializer(), new StringSerializer());
    Files.writeString(files.resolve("key"), "k3y-0123456789abcdef0123456789abcd\n");
  }

  @AfterEach
  void stop() {
    producer.close();
    fallback.close();
    hook.close();
  }

  private RunningJob job(String settings) throws Exception {
    String text =
        settings
            .replace("KEY", "\"${file:" + files.resolve("key") + "}\"")
            .replace("FALLBACK", fallback.address())
            .replace("HOOK", hook.address());
    Configuration configuration = FlinkOptions.bounded();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    StreamExecutionEnvironment env = FlinkOptions.local(1, configuration);
    new NotificationPipeline(
            "notify.yaml", "topics: " + named() + "\n" + text, client, topics, "job-" + tests)
        .add(env);
    return RunningJob.start(env, "notification");
  }

  private String named() {
    return "{incidents: %s, deliveries: %s, requests: %s}"
        .formatted(topics.incidents(), topics.deliveries(), topics.requests());
  }

  private void told(Updates update, String incident) {
    var unused = producer.send(new ProducerRecord<>(topics.incidents(), incident, update.json()));
    producer.flush();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(50);
    }
  }

  /**
   * The company's names resolve no more, its chat refuses connections, its mail host and its
   * sign-on are gone with the names: the page takes the other provider.
   */
  @Test
  void aPageArrivesWithoutAnythingOfTheCompany() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    String settings =
        """
        allowed_hosts: [pager.company.invalid, mail.company.invalid, sso.company.invalid, 127.0.0.1]
        destinations:
          pager: {type: pagerduty, routing_key: KEY, address: "https://pager.company.invalid"}
          chat: {type: slack, token: KEY, channel: C1, address: "http://127.0.0.1:CLOSED"}
          mail: {type: email, host: mail.company.invalid, from: a@company.invalid, to: b@company.invalid}
          other: {type: pagerduty, routing_key: KEY, address: "FALLBACK"}
        default:
          page: [pager, mail]
          chat: [chat]
          to: [chat]
          fallback: [other]
          heartbeat: "https://sso.company.invalid/beat"
        fallback_after: 2s
        """
            .replace("CLOSED", String.valueOf(closed));
    try (RunningJob job = job(settings)) {
      told(Updates.of("shop", 1, "opened", "SEV1"), "shop");
      await(() -> !fallback.asked().isEmpty());
      JsonNode event = fallback.last().json();
      assertThat(event.path("event_action").asText()).isEqualTo("trigger");
      assertThat(event.path("payload").path("summary").asText()).contains("card charged");
      assertThat(job.end()).isNotDone();
    }
  }

  @Test
  void whatWasRefusedIsKeptAndDeliveredOnRequest() throws Exception {
    String settings =
        """
        allowed_hosts: [127.0.0.1]
        destinations:
          hook: {type: webhook, signing_key: KEY, address: "HOOK"}
        default: {to: [hook]}
        """;
    hook.first(410, Map.of(), "gone");
    try (RunningJob job = job(settings)) {
      told(Updates.of("shop", 1, "opened", "SEV1"), "shop");
      await(() -> outcome("hook|shop").equals("refused"));
      Requests.redeliver(client, topics.requests(), "shop");
      await(() -> outcome("hook|shop").equals("delivered"));
      assertThat(hook.asked()).hasSize(2);
      assertThat(job.end()).isNotDone();
    }
  }

  @Test
  void aNewProcessGoesOnWhereTheJournalEnds() throws Exception {
    String settings =
        """
        allowed_hosts: [127.0.0.1]
        destinations:
          hook: {type: webhook, signing_key: KEY, address: "HOOK"}
        default: {to: [hook]}
        """;
    try (RunningJob job = job(settings)) {
      told(Updates.of("shop", 1, "opened", "SEV1"), "shop");
      told(Updates.of("mail", 1, "opened", "SEV4"), "mail");
      await(
          () ->
              outcome("hook|mail").equals("delivered") && outcome("hook|shop").equals("delivered"));
      assertThat(job.end()).isNotDone();
    }
    told(Updates.of("shop", 1, "opened", "SEV1"), "shop"); // A restart of the main job repeats it.
    told(Updates.of("shop", 2, "resolved", "SEV1"), "shop");
    try (RunningJob job = job(settings)) {
      await(() -> hook.asked().size() == 3);
      assertThat(hook.last().json().path("id").asText()).isEqualTo("shop/2");
      assertThat(job.end()).isNotDone();
    }
  }

  private String outcome(String key) {
    TopicReader reader = new TopicReader(broker.address());
    List<String> lines = reader.values(topics.deliveries(), (int) reader.end(topics.deliveries()));
    String last = "";
    for (String line : lines) {
      Entry entry = Objects.requireNonNull(EntryJson.read(line));
      last = entry.key().equals(key) ? entry.outcome().label() : last;
    }
    return last;
  }
}
