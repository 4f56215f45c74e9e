package io.groundswell.jobs.surge.cli;

import static io.groundswell.jobs.surge.connector.kafka.TopicReader.ofTheWorld;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.StartAt;
import io.groundswell.jobs.surge.connector.kafka.TopicReader;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.PolicyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code groundswell run} in a process of its own, under load, and what befalls it. {@code
 * -Dgroundswell.kills=10} and {@code -Dgroundswell.failing=600}, the seconds for which checkpoints
 * fail, are the long version; {@code -Dgroundswell.seed} repeats the kills. They mostly wait, each
 * for its own processes, and so run beside other tests.
 */
@Tag("under-fire")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class UnderFireIT {
  private static final int KILLS = Integer.getInteger("groundswell.kills", 1);
  private static final int FAILING_SECONDS = Integer.getInteger("groundswell.failing", 20);
  private static final long SEED = Long.getLong("groundswell.seed", 3);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One more stays empty. */
  private static final int PARTITIONS = 4;

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private LocalBroker broker;
  private TopicReader reader;

  @BeforeEach
  void start() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
    reader = new TopicReader(broker.address());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      admin.createTopics(List.of(new NewTopic("posts", PARTITIONS + 1, (short) 1))).all().get();
    }
    Files.writeString(folder.resolve("catalogue.yaml"), Load.catalogue());
    Files.writeString(folder.resolve("policy.yaml"), Load.policy());
    Files.writeString(
        folder.resolve("groundswell.yaml"),
        """
        kafka: {brokers: "%s"}
        start: earliest
        catalogue: catalogue.yaml
        policy: policy.yaml
        checkpoints: {every: 2s}
        parallelism: 2
        """
            .formatted(broker.address()));
  }

  /** Also what a failed test has left behind. */
  @AfterEach
  void stop() throws InterruptedException {
    for (Process job : started) {
      cutDown(job, false);
    }
    broker.close();
  }

  @Test
  void theLedgerIsExactAndTheIncidentsAreThoseOfAReplay() throws Exception {
    Random random = new Random(SEED);
    long sent;
    String end;
    try (Load load = new Load(broker.address(), "posts", PARTITIONS, SEED)) {
      for (int kill = 0; kill < KILLS; kill++) {
        Process job = job();
        awaitTicks(2);
        Thread.sleep(random.nextInt(6_000));
        assertThat(job.isAlive()).isTrue();
        cutDown(job, random.nextBoolean());
      }
      Process last = job();
      awaitTicks(3);
      while (told().findAny().isEmpty()) {
        Thread.sleep(1_000);
      }
      sent = load.stop();
      end = Instant.now().toString();
      assertThat(ofTheWorld(reader.ledger("ledger", sent))).isEqualTo(sent);
      cutDown(last, true);
    }
    Map<String, Long> books = reader.ledger("ledger", sent);
    int complaints = books.get("posts/complaints").intValue();
    assertThat(reader.values("counted-posts", complaints, line -> line.contains("\"counted\":")))
        .hasSize(complaints);
    List<String> live = once(reader.values("incidents", (int) reader.end("incidents")));

    try (RunningJob replay = replay()) {
      assertThat(reader.ledger("again-ledger", sent)).isEqualTo(books);
      assertThat(replay.end()).isNotDone();
    }
    List<String> again =
        once(reader.values("again-incidents", (int) reader.end("again-incidents")));

    assertThat(ofTheWorld(books)).isEqualTo(sent);
    assertThat(before(end, live)).isNotEmpty().isEqualTo(before(end, again));
  }

  @Test
  void incidentsLeaveWhileCheckpointsFail() throws Exception {
    Path checkpoints = folder.resolve("groundswell-state").resolve("checkpoints");
    Path aside = folder.resolve("aside");
    try (Load load = new Load(broker.address(), "posts", PARTITIONS, SEED)) {
      Process job = job();
      awaitTicks(2);
      while (LocalFiles.latestCheckpoint(checkpoints).isEmpty()) {
        Thread.sleep(200);
      }
      Files.move(checkpoints, aside);
      Files.createFile(checkpoints);
      Instant broken = Instant.now();
      // What was under way may still be committed until the first of these.
      awaitDetection(job, broken.plusSeconds(5));
      long committed = reader.end("ledger");
      awaitDetection(job, broken.plusSeconds(5 + FAILING_SECONDS));
      assertThat(reader.end("ledger")).as("no checkpoint completed").isEqualTo(committed);

      Files.delete(checkpoints);
      Files.move(aside, checkpoints);
      long sent = load.stop();
      assertThat(ofTheWorld(reader.ledger("ledger", sent))).isEqualTo(sent);
      cutDown(job, true);
    }
  }

  /** Waits until an incident is told that was detected later than a moment. */
  private void awaitDetection(Process job, Instant moment) throws Exception {
    while (told().noneMatch(update -> detectedAt(update).isAfter(moment))) {
      assertThat(job.isAlive()).isTrue();
      Thread.sleep(1_000);
    }
  }

  private static Instant detectedAt(String update) {
    return Instant.parse(text(update, "detected_at"));
  }

  @Test
  void aPartitionThatIsAddedIsReadToo() throws Exception {
    try (Load load = new Load(broker.address(), "posts", PARTITIONS, SEED)) {
      Process job = job();
      awaitTicks(4);
      int added = PARTITIONS + 1;
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
        admin.createPartitions(Map.of("posts", NewPartitions.increaseTo(added + 1))).all().get();
      }
      try (Load more = new Load(broker.address(), "posts", added, 1, SEED + 1)) {
        awaitTicks(20);
        long sent = more.stop() + load.stop();
        assertThat(ofTheWorld(reader.ledger("ledger", sent))).isEqualTo(sent);
      }
      assertThat(job.isAlive()).isTrue();
      cutDown(job, true);
    }
  }

  /** Every update so far. */
  private Stream<String> told() {
    return reader.values("incidents", (int) reader.end("incidents")).stream();
  }

  private Process job() throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Xmx512m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "io.groundswell.jobs.surge.Groundswell",
            "run",
            "--config",
            folder.resolve("groundswell.yaml").toString());
    Path log = folder.resolve("job.log");
    Process job =
        command
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    started.add(job);
    return job;
  }

  private static void cutDown(Process job, boolean gently) throws InterruptedException {
    if (gently) {
      job.destroy();
    } else {
      job.destroyForcibly();
    }
    job.waitFor();
  }

  /** A job that has written the clock is there. */
  private void awaitTicks(int ticks) throws Exception {
    long offsets = 2L * ticks;
    long before = clockEnd();
    while (clockEnd() < before + offsets) {
      Thread.sleep(200);
    }
  }

  private long clockEnd() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      boolean there = admin.listTopics().names().get().contains("groundswell-clock");
      return there ? reader.end("groundswell-clock") : 0;
    }
  }

  private RunningJob replay() throws Exception {
    Map<String, String> client = Map.of("bootstrap.servers", broker.address());
    OutputTopics topics = OutputTopics.behind("again-");
    KafkaTopics.prepare(client, topics.wanted());
    var catalogue = CatalogueFile.read(folder.resolve("catalogue.yaml"));
    Policy policy = PolicyFile.read(folder.resolve("policy.yaml"), catalogue);
    KafkaInput input =
        new KafkaInput(
            client,
            "again",
            List.of("posts"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "groundswell-control",
            "groundswell-clock",
            StartAt.EARLIEST,
            policy.lateness().toMillis(),
            null);
    var configuration = FlinkOptions.bounded();
    configuration.setString("execution.checkpointing.interval", "1s");
    var env = FlinkOptions.local(1, configuration);
    new LiveDetection(
            Rules.of(catalogue, policy), input, new KafkaOutput(client, "again", 900_000), topics)
        .add(env);
    return RunningJob.start(env, "again");
  }

  /** Each update once; one that came twice has to be the same. */
  private static List<String> once(List<String> updates) throws Exception {
    Map<String, String> known = new LinkedHashMap<>();
    for (String update : updates) {
      JsonNode json = JSON.readTree(update);
      String identity = json.get("incident_id").asText() + "/" + json.get("sequence").asInt();
      String before = known.put(identity, update);
      assertThat(before == null ? update : before).isEqualTo(update);
    }
    return List.copyOf(known.values());
  }

  /** What was told while the load went on, in the order of the contract. */
  private static List<String> before(String end, List<String> updates) {
    return updates.stream()
        .filter(update -> text(update, "updated_at").compareTo(end) < 0)
        .sorted()
        .toList();
  }

  private static String text(String update, String field) {
    try {
      return JSON.readTree(update).get(field).asText();
    } catch (Exception e) {
      throw new IllegalArgumentException(update, e);
    }
  }
}
