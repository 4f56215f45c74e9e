package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Command;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The other two jobs in processes of their own, where they can be watched as the main job can. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AloneIT {
  private static final List<String> TOPICS =
      List.of(
          "incidents",
          "notification-requests",
          "deliveries",
          "volumes",
          "contact-volumes",
          "lead-ledger",
          "verdicts",
          "ledger",
          "counted-posts",
          "counted-inputs",
          "groundswell-clock");

  private static final String HOOK =
      """
      allowed_hosts: [127.0.0.1]
      destinations:
        hook: {type: webhook, signing_key: "${KEY}", address: "http://127.0.0.1:1/"}
      """;

  @TempDir Path folder;

  @Test
  void eachAnswersAtItsOwnPorts() throws Exception {
    int notifying = Watched.free();
    int keeping = Watched.free();
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        Command notify = new Command(Files.createDirectory(folder.resolve("notify")));
        Command history = new Command(Files.createDirectory(folder.resolve("history")))) {
      prepare(broker.address());
      write("notify", broker.address(), notifying, "default: {to: [hook]}\n" + HOOK);
      write("history", broker.address(), keeping, "");

      await(notify, notify.start("notify", "notify.yaml"), notifying);
      await(history, history.start("history", "history.yaml"), keeping);

      assertThat(metrics(notifying)).contains("groundswell_outcome_notices");
      assertThat(metrics(keeping)).contains("flink_jobmanager_numRunningJobs");
    }
  }

  private static void prepare(String broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      Stream<NewTopic> wanted = TOPICS.stream().map(name -> new NewTopic(name, 1, (short) 1));
      admin.createTopics(wanted.toList()).all().get();
    }
  }

  private void write(String job, String broker, int port, String more) throws Exception {
    Files.writeString(
        folder.resolve(job).resolve(job + ".yaml"),
        "kafka: {brokers: \"%s\"}%nports: {metrics: %d, health: %d}%n%s"
            .formatted(broker, port, port + 1, more));
  }

  /** Until it is ready, and Prometheus would find something. */
  private static void await(Command command, Process job, int port) throws Exception {
    while (Http.status("http://127.0.0.1:" + (port + 1) + "/readyz") != 200
        || !metrics(port).contains("flink_taskmanager_job_task_operator")) {
      assertThat(job.isAlive()).as(command.said()).isTrue();
      Thread.sleep(300);
    }
  }

  private static String metrics(int port) {
    return Http.text("http://127.0.0.1:" + port + "/metrics");
  }
}
