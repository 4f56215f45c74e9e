package io.groundswell.jobs.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.connector.KafkaJournal;
import io.groundswell.jobs.notification.destination.FarSide;
import io.groundswell.jobs.notification.notice.Updates;
import io.groundswell.jobs.surge.Command;
import io.groundswell.jobs.surge.cli.Console;
import io.groundswell.jobs.surge.connector.kafka.SecuredBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Notification on a broker where it may do nothing but what it needs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AllowedIT {
  private static final String SIGNING_KEY = "k3y-0123456789abcdef0123456789abcd";

  @TempDir Path folder;

  @Test
  void withWhatIsPrintedItDeliversAndWithOneLessItDoesNotStart() throws Exception {
    try (SecuredBroker broker = SecuredBroker.start(folder.resolve("broker"));
        FarSide hook = new FarSide(asked -> FarSide.Said.of(200, ""));
        Command command = new Command(folder).logging("debug")) {
      write(broker.address(), hook.address());
      assertThat(topics("--create").out()).contains("Created deliveries.");
      List<AclBinding> printed =
          SecuredBroker.allowedBy(topics("--acls", "User:groundswell").out().lines().toList());
      broker.allow(printed);

      Process job = command.start("notify", "notify.yaml");
      await(job, command, () -> command.all().contains("Reading 'incidents'"));
      send(broker.open(), Updates.of("shop", 1, "opened", "SEV1").json());
      await(job, command, () -> !hook.asked().isEmpty());
      await(
          job,
          command,
          () -> !KafkaJournal.read(broker.client("groundswell"), "deliveries").isEmpty());
      job.destroy();
      job.waitFor();
      assertThat(command.all())
          .contains(" DEBUG ")
          .doesNotContain("AuthorizationException", "not authorized")
          .doesNotContain(SecuredBroker.PASSWORD, SIGNING_KEY);

      for (AclBinding one : printed) {
        broker.allow(printed.stream().filter(other -> !other.equals(one)).toList());
        Console refused =
            Console.run("notify", "--config", folder.resolve("notify.yaml").toString());
        assertThat(refused.code()).as(one.toString()).isEqualTo(2);
        assertThat(refused.errLines())
            .singleElement()
            .asString()
            .contains("does not allow these credentials to ")
            .contains("'" + one.pattern().name() + "'");
      }
    }
  }

  private Console topics(String... options) {
    List<String> all = new ArrayList<>(List.of("topics", "--notify"));
    all.add(folder.resolve("notify.yaml").toString());
    all.add("--command-config");
    all.add(folder.resolve("admin.properties").toString());
    all.addAll(List.of(options));
    Console said = Console.run(all.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    return said;
  }

  private void write(String broker, String hook) throws Exception {
    List<String> admin = new ArrayList<>();
    SecuredBroker.credentials("admin").forEach((key, value) -> admin.add(key + "=" + value));
    Files.write(folder.resolve("admin.properties"), admin);
    List<String> lines = new ArrayList<>();
    lines.add("kafka:");
    lines.add("  brokers: '" + broker + "'");
    lines.add("  security:");
    SecuredBroker.credentials("groundswell")
        .forEach((key, value) -> lines.add("    " + key + ": '" + value + "'"));
    lines.add("allowed_hosts: [127.0.0.1]");
    lines.add("destinations:");
    Path key = Files.writeString(folder.resolve("key"), SIGNING_KEY + "\n");
    lines.add(
        "  hook: {type: webhook, signing_key: '${file:%s}', address: '%s'}".formatted(key, hook));
    lines.add("default: {to: [hook]}");
    Files.write(folder.resolve("notify.yaml"), lines);
  }

  private static void send(String broker, String update) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
      var unused = producer.send(new ProducerRecord<>("incidents", "shop", update));
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
}
