package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.connector.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on a cluster of processes, as {@code deploy/local/cluster} starts one, while one of them
 * dies. It needs the jars, and so runs after the build.
 */
@Tag("cluster")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClusterIT {
  private static final Path CLUSTER = Path.of("../../deploy/local/cluster").toAbsolutePath();

  @TempDir Path folder;

  @AfterEach
  void stop() throws Exception {
    assertThat(cluster("stop")).contains("Stopped");
    assertThat(ProcessHandle.allProcesses().filter(this::isOfTheCluster)).isEmpty();
  }

  private boolean isOfTheCluster(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("-Dgroundswell.cluster=" + folder);
  }

  @Test
  void everyPostIsCountedOnceThoughATaskManagerDies() throws Exception {
    long begin = System.nanoTime();
    cluster("start");
    String broker = "127.0.0.1:" + port("kafka");
    TopicReader reader = new TopicReader(broker);
    try (Load load = new Load(broker, "posts", 1, 3)) {
      cluster("submit", "--config", settings(broker).toString());
      System.out.printf("From start to running tasks: %d s%n", seconds(begin));
      assertThat(reader.values("incidents", 1)).isNotEmpty();

      kill("taskmanager-1");

      cluster("savepoint");
      int before = reader.values("incidents", 1).size();
      assertThat(reader.values("incidents", before + 1)).hasSizeGreaterThan(before);
      long sent = load.stop();
      assertThat(reader.ledger("ledger", sent).values().stream().mapToLong(count -> count).sum())
          .isEqualTo(sent);
    }
  }

  /** As a machine that loses power. */
  private void kill(String process) throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve("run/" + process + ".pid")).strip());
    long begin = System.nanoTime();
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    awaitTasks(false);
    awaitTasks(true);
    System.out.printf("From kill -9 of %s to running tasks: %d s%n", process, seconds(begin));
  }

  private void awaitTasks(boolean running) throws Exception {
    while (cluster("status").matches("(?s).* RUNNING, (\\d+) of \\1 tasks run.*") != running) {
      Thread.sleep(100);
    }
  }

  private Path settings(String broker) throws Exception {
    Files.writeString(folder.resolve("catalogue.yaml"), Load.catalogue());
    Files.writeString(
        folder.resolve("policy.yaml"),
        "bucket: 10s\nlateness: 1s\nresolve_after: 1m\nlisten_first: 20s\n");
    return Files.writeString(
        folder.resolve("surge.yaml"),
        """
        kafka: {brokers: "%s"}
        start: earliest
        catalogue: catalogue.yaml
        policy: policy.yaml
        checkpoints: {every: 2s}
        """
            .formatted(broker));
  }

  private String port(String name) throws Exception {
    return Files.readAllLines(folder.resolve("ports")).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Runs a command of the script, and returns what it said. */
  private String cluster(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(CLUSTER.toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--folder", folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static long seconds(long begin) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
  }
}
