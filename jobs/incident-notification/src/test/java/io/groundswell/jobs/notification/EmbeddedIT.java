package io.groundswell.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.notice.Updates;
import io.groundswell.jobs.surge.Command;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code groundswell run} with notification in its process, as it is by default. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EmbeddedIT {
  @TempDir Path folder;

  @Test
  void aDestinationThatHangsAndOneThatRefusesDoNotTouchDetection() throws Exception {
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        FarSide hook = new FarSide(asked -> FarSide.Said.of(200, ""));
        FarSide hangs = new FarSide(asked -> FarSide.Said.of(200, ""));
        Command command = new Command(folder)) {
      hangs.weather(FarSide::hangs);
      write(broker.address(), hook.address(), hangs.address());
      Process job = command.start("run", "groundswell.yaml");
      TopicReader reader = new TopicReader(broker.address());
      await(job, command, () -> command.said().contains("Reading 'incidents'"));

      send(broker.address(), "incidents", Updates.of("shop", 1, "opened", "SEV1").json());
      await(job, command, () -> !hook.asked().isEmpty() && !hangs.asked().isEmpty());
      assertThat(hook.last().json().path("id").asText()).isEqualTo("shop/1");

      send(broker.address(), "posts", "no post");
      assertThat(reader.values("dead-letters", 1)).singleElement().asString().contains("no post");
      assertThat(command.said()).doesNotContain("xoxb-1");
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Process job, Command command, Condition condition) throws Exception {
    while (!condition.holds()) {
      assertThat(job.isAlive()).as(command.said()).isTrue();
      Thread.sleep(100);
    }
  }

  private static void send(String broker, String topic, String record) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic, "shop", record));
    }
  }

  private void write(String broker, String hook, String hangs) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin.createTopics(List.of(new NewTopic("posts", 1, (short) 1))).all().get();
    }
    Files.writeString(
        folder.resolve("catalogue.yaml"),
        "products:\n  - {id: shop, name: Shop, aliases: [shop]}\n");
    Files.writeString(
        folder.resolve("groundswell.yaml"),
        "kafka: {brokers: \"%s\"}\nstart: earliest\ncatalogue: catalogue.yaml\nnotify: notify.yaml\ncheckpoints: {every: 1s}\n"
            .formatted(broker));
    Files.writeString(
        folder.resolve("notify.yaml"),
        """
        allowed_hosts: [127.0.0.1]
        destinations:
          hook: {type: webhook, signing_key: "${KEY}", address: "%s"}
          hangs: {type: webhook, signing_key: "${KEY}", address: "%s", timeout: 2s}
        default: {to: [hook, hangs]}
        """
            .formatted(hook, hangs));
  }
}
