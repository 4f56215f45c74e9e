package io.groundswell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.cli.Load;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule fires when what it is for befalls a job that runs, and what the runbook says first can
 * be typed then. Windows and limits are shortened, so that nobody waits for a quarter of an hour.
 */
@Tag("prometheus")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AlertsIT {
  private static final int JUNK = 4_000;

  @TempDir Path folder;
  private Process broker;
  private String address;
  private Hook hook;
  private Watched watched;
  private Prometheus prometheus;
  private Runbook runbook;

  /** The broker is a process of its own, so that it can stand still. */
  @BeforeEach
  void startBroker() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = "127.0.0.1:" + free.getLocalPort();
    }
    broker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LocalBroker.class.getName(),
                Files.createDirectories(folder.resolve("broker")).toString(),
                address,
                "posts")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    hook = new Hook();
  }

  /**
   * Starts the job. What lies there before counts in its own time, and is what is usual; so the
   * load begins when the clock goes, since it has posts of days ago among others.
   */
  private void start(String checkpoints) throws Exception {
    Load.past(address, "posts");
    watched = new Watched(folder, address, hook.address(), checkpoints);
    watched.start();
    prometheus = new Prometheus(folder, quick(Documents.rules()), watched.targets());
    runbook = new Runbook(folder, watched.targets());
  }

  @AfterEach
  void stop() {
    for (AutoCloseable one : new AutoCloseable[] {prometheus, watched, hook}) {
      try {
        if (one != null) {
          one.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    broker.destroyForcibly().onExit().join();
  }

  /**
   * The ledger is told by the minute, so that its windows have to be longer. Behind an open breaker
   * an attempt may be half a minute after the one before, so that a short window may see only one.
   */
  private static String quick(String rules) {
    return rules
        .replace("[15m]", "[150s]")
        .replace("[10m]", "[60s]")
        .replace("[5m]", "[40s]")
        .replace("> 5\n", "> 0\n")
        .replaceAll("for: \\d+m", "for: 2s")
        .replace("> 120", "> 15");
  }

  private void awaitFiring(String rule) throws Exception {
    while (!prometheus.firing().contains(rule)) {
      Thread.sleep(300);
    }
  }

  private void awaitCalm() throws Exception {
    while (!prometheus.firing().isEmpty()) {
      Thread.sleep(300);
    }
  }

  @Test
  void whatDestinationsAndDisksDo() throws Exception {
    start("every: 2s");
    try (Load load = new Load(address, "posts", 1, 1)) {
      hook.says(500);
      awaitFiring("GroundswellRetries");
      assertThat(runbook.type("GroundswellRetries")).contains("outcome=\"retried\"");
      hook.says(400);
      awaitFiring("GroundswellUndelivered");
      assertThat(runbook.type("GroundswellUndelivered")).contains("hook");
      hook.says(200);

      Path aside = folder.resolve("aside");
      Files.move(watched.checkpoints(), aside);
      Files.createFile(watched.checkpoints());
      awaitFiring("GroundswellNoCheckpoint");
      assertThat(runbook.type("GroundswellNoCheckpoint")).contains("%");
      Files.delete(watched.checkpoints());
      Files.move(aside, watched.checkpoints());
      assertThat(load.stop()).isPositive();
    }
  }

  @Test
  void whatInputsDo() throws Exception {
    start("every: 2s");
    try (Load load = new Load(address, "posts", 1, 1)) {
      sendJunk();
      awaitFiring("GroundswellDeadLetters");
      assertThat(runbook.type("GroundswellDeadLetters")).contains("reason=\"unreadable\"");

      signal("STOP");
      awaitFiring("GroundswellBehind");
      signal("CONT");
      assertThat(runbook.type("GroundswellBehind")).contains("posts");

      assertThat(load.stop()).isPositive();
      awaitFiring("GroundswellNoPosts");
      assertThat(runbook.type("GroundswellNoPosts")).contains("posts");
    }
  }

  @Test
  void aJobThatIsGone() throws Exception {
    start("every: 2s");
    awaitCalm();
    watched.job().destroyForcibly().waitFor();
    awaitFiring("GroundswellDown");
    Process again = runbook.begin("GroundswellDown");
    try {
      while (Http.status(watched.health("readyz")) != 200) {
        assertThat(again.isAlive()).isTrue();
        Thread.sleep(300);
      }
      awaitCalm();
    } finally {
      again.descendants().forEach(ProcessHandle::destroyForcibly);
      again.destroyForcibly().waitFor();
    }
  }

  @Test
  void aJobThatFailsAgainAndAgain() throws Exception {
    start("every: 2s, tolerate_failures: 0");
    while (LocalFiles.latestCheckpoint(watched.checkpoints()).isEmpty()) {
      Thread.sleep(200);
    }
    Files.move(watched.checkpoints(), folder.resolve("aside"));
    Files.createFile(watched.checkpoints());
    awaitFiring("GroundswellRestarts");
    Files.delete(watched.checkpoints());
    Files.move(folder.resolve("aside"), watched.checkpoints());
    assertThat(runbook.type("GroundswellRestarts")).contains("sound");
  }

  private void signal(String name) throws Exception {
    assertThat(
            new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid())).start().waitFor())
        .isZero();
  }

  private void sendJunk() {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < JUNK; i++) {
        var unused = producer.send(new ProducerRecord<>("posts", "no post " + i));
      }
    }
  }

  /** All of them, so that a rule that nobody tests is seen. */
  @Test
  void everyRuleIsTested() throws Exception {
    String tests =
        Files.readString(Path.of("src/test/java/io/groundswell/monitoring/AlertsIT.java"));
    List<String> rules =
        Documents.alerts().stream().map(rule -> rule.get("alert").asText()).toList();

    assertThat(rules)
        .filteredOn(rule -> !rule.equals(BlindAlertIT.RULE))
        .allSatisfy(rule -> assertThat(tests).contains("awaitFiring(\"" + rule + "\")"));
  }
}
