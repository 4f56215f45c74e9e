package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on an embedded Flink, from files to files. */
class DetectionIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Configuration NOTHING = new Configuration();

  @TempDir Path folder;

  private static Scenario outage() {
    return Scenario.of(7)
        .calm("acme", Duration.ofDays(4), 30)
        .surge("acme", "", "IT", Duration.ofMinutes(40), 400)
        .calm("acme", Duration.ofHours(8), 30);
  }

  @Test
  void everyIncidentLinksToItsPageWhichShowsTheLastUpdate() throws Exception {
    Runs run = Runs.detect(outage().shuffled(folder, 1), folder.resolve("out"), 2, NOTHING);
    JsonNode last = incidents(run).get(incidents(run).size() - 1);

    String page = last.get("links").get("report").asText();
    assertThat(folder.resolve("out").resolve(page))
        .content()
        .contains("update " + last.get("sequence").asInt() + ",", "resolved", "Italy");
    assertThat(run.pages()).hasSize(1);
  }

  @Test
  void anOutageIsOneIncidentThatOpensAndResolves() throws Exception {
    Scenario scenario = outage();
    Instant broke = Instant.parse("2026-03-06T00:00:00Z");

    Runs run = Runs.detect(scenario.shuffled(folder, 1), folder.resolve("out"), 2, NOTHING);

    List<JsonNode> updates = incidents(run);
    assertThat(updates).extracting(u -> u.get("incident_id").asText()).containsOnly(id(updates));
    assertThat(updates.get(0).get("status").asText()).isEqualTo("opened");
    assertThat(updates.get(0).get("pattern").asText()).isIn(PatternId.SUDDEN, PatternId.SUSTAINED);
    assertThat(time(updates.get(0), "detected_at"))
        .isBetween(broke, broke.plus(Duration.ofMinutes(5)));
    assertThat(time(updates.get(0), "onset_at"))
        .isBetween(broke.minus(Duration.ofMinutes(3)), broke.plus(Duration.ofMinutes(3)));
    assertThat(updates.get(updates.size() - 1).get("status").asText()).isEqualTo("resolved");
    assertThat(updates.get(updates.size() - 1).get("blast_radius").get("regions"))
        .extracting(region -> region.get("id").asText())
        .contains("IT");
    assertThat(updates)
        .extracting(update -> update.get("sequence").asInt())
        .isEqualTo(IntStream.rangeClosed(1, updates.size()).boxed().toList());
  }

  @Test
  void neitherParallelismNorFilesNorTheOrderOfPostsChangeAByte() throws Exception {
    Scenario scenario = outage();
    Runs first = Runs.detect(scenario.shuffled(folder, 1), folder.resolve("a"), 1, NOTHING);
    assertThat(first.lines(Detection.INCIDENTS)).hasSizeGreaterThan(2);

    for (int parallelism : new int[] {2, 4}) {
      Path out = folder.resolve("p" + parallelism);
      Runs run = Runs.detect(scenario.shuffled(folder, 8), out, parallelism, NOTHING);
      assertThat(out.resolve(Detection.INCIDENTS))
          .hasSameBinaryContentAs(first.folder().resolve(Detection.INCIDENTS));
      assertThat(out.resolve(Detection.VOLUMES))
          .hasSameBinaryContentAs(first.folder().resolve(Detection.VOLUMES));
      assertThat(run.count("complaints")).isEqualTo(first.count("complaints"));
    }
  }

  @Test
  void rocksDbGivesTheSameBytesAsTheHeap() throws Exception {
    List<String> files = outage().shuffled(folder, 1);
    Configuration rocks = new Configuration();
    rocks.setString("state.backend.type", "rocksdb");

    Runs.detect(files, folder.resolve("heap"), 2, NOTHING);
    Runs.detect(files, folder.resolve("rocks"), 2, rocks);

    for (String file : List.of(Detection.INCIDENTS, Detection.VOLUMES)) {
      assertThat(folder.resolve("rocks").resolve(file))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("heap").resolve(file));
    }
  }

  @Test
  void theSameFileTwiceGivesOnlyDuplicates() throws Exception {
    List<String> files = outage().shuffled(folder, 1);
    Runs once = Runs.detect(files, folder.resolve("once"), 2, NOTHING);
    List<String> twice = List.of(files.get(0), files.get(0));

    Runs both = Runs.detect(twice, folder.resolve("twice"), 2, NOTHING);

    assertThat(both.count("complaints")).isEqualTo(once.count("complaints")).isPositive();
    assertThat(both.count("duplicates")).isEqualTo(once.count("complaints"));
    assertThat(folder.resolve("twice").resolve(Detection.INCIDENTS))
        .hasSameBinaryContentAs(folder.resolve("once").resolve(Detection.INCIDENTS));
  }

  @Test
  void supportContactsMeasureTheLeadAndChangeNothingElse() throws Exception {
    Scenario scenario = Scenario.outageWithCalls(11);
    Runs posts = Runs.detect(scenario.withoutContacts(), folder, folder.resolve("posts"), 2);
    Runs both = Runs.detect(scenario, folder, folder.resolve("both"), 2);

    assertThat(both.lines(Detection.VOLUMES)).isEqualTo(posts.lines(Detection.VOLUMES));
    assertThat(both.lines(Detection.INCIDENTS))
        .first()
        .asString()
        .contains("\"status\":\"opened\"", "\"seconds\":null,\"status\":\"unknown\"");
    assertThat(both.lines(Detection.INCIDENTS))
        .last()
        .asString()
        .contains("\"status\":\"resolved\"", "\"status\":\"ahead\"", "began to surge at");
    assertThat(both.lines(Detection.CONTACTS))
        .hasSizeGreaterThan(20)
        .last()
        .asString()
        .startsWith("acme,");
    assertThat(both.count(Ledger.counter(Input.CONTACTS, Outcome.CONTACTS)))
        .isEqualTo(scenario.contacts().size());
    assertThat(both.count(Ledger.READ)).isEqualTo(scenario.lines().size());
  }

  @Test
  void changeEventsAreBookedApartFromPosts() throws Exception {
    Scenario scenario = Scenario.outageWithCalls(11);
    Runs run = Runs.detect(scenario, folder, folder.resolve("out"), 2);

    assertThat(run.count(Ledger.counter(Input.CHANGES, Outcome.DEAD_LETTERS))).isEqualTo(1);
    assertThat(run.count(Ledger.counter(Input.CHANGES, Outcome.NO_CHANGE))).isEqualTo(1);
    assertThat(run.count(Ledger.counter(Input.CHANGES, Outcome.DUPLICATES))).isEqualTo(1);
    assertThat(run.count(Ledger.counter(Input.CHANGES, Outcome.CHANGES))).isEqualTo(2);
    assertThat(run.count(Ledger.UNMATCHED_CHANGES)).isEqualTo(1);
    assertThat(run.lines(Detection.DEAD_LETTERS))
        .singleElement()
        .asString()
        .contains("repository.name is missing", "changes.ndjson:5");
    assertThat(run.count(Ledger.READ)).isEqualTo(scenario.lines().size());
  }

  @Test
  void everyRecordHasExactlyOneOutcome() throws Exception {
    Scenario scenario =
        Scenario.of(3)
            .calm("acme", Duration.ofHours(20), 30)
            .record("no json at all")
            .record(
                "{\"id\":\"a\",\"source\":\"x\",\"created_at\":\"2099-01-01T00:00:00Z\",\"text\":\"\"}")
            .record(
                "{\"id\":\"b\",\"source\":\"x\",\"created_at\":\"2004-01-01T00:00:00Z\",\"text\":\"\"}")
            .record("{\"source\":\"x\",\"created_at\":\"2026-03-02T01:00:00Z\",\"text\":\"\"}")
            .record(
                "{\"id\":\"1\",\"source\":\"x\",\"created_at\":\"2026-03-02T05:00:00Z\",\"deleted\":true}")
            .record(
                "{\"id\":\"c\",\"source\":\"x\",\"created_at\":\"2026-03-02T05:00:00Z\",\"text\":\"acme is down\",\"repost_of\":\"1\"}")
            .record(
                "{\"id\":\"d\",\"source\":\"x\",\"created_at\":\"2026-03-02T05:00:00Z\",\"text\":\"thanks @acme, have a lovely sunday everyone\"}")
            .record(
                "{\"id\":\"e\",\"source\":\"x\",\"created_at\":\"2026-03-02T06:00:00Z\",\"text\":\"@gizmo the app is down again, cannot log in at all, it keeps crashing with an error\"}");

    Runs run = Runs.detect(scenario.shuffled(folder, 2), folder.resolve("out"), 2, NOTHING);

    assertThat(run.count(Ledger.READ)).isEqualTo(scenario.lines().size());
    assertThat(run.outcomes()).isEqualTo(run.count(Ledger.READ));
    assertThat(run.count("dead_letters")).isEqualTo(4);
    assertThat(run.lines(Detection.DEAD_LETTERS)).hasSize(4);
    assertThat(run.count("deletions")).isEqualTo(1);
    assertThat(run.count("reposts")).isEqualTo(1);
    assertThat(run.count("chatter")).isPositive();
    assertThat(run.count(Ledger.UNMATCHED)).isEqualTo(1);
  }

  @Test
  void patternsDropNoBucketAsLate() throws Exception {
    InMemoryReporter metrics = InMemoryReporter.createWithRetainedMetrics();
    Configuration reporting = new Configuration();
    metrics.addToConfiguration(reporting);

    Runs run = Runs.detect(outage().shuffled(folder, 1), folder.resolve("out"), 2, reporting);

    List<Long> dropped = new ArrayList<>();
    metrics
        .findMetrics(run.result().getJobID(), "numLateRecordsDropped")
        .values()
        .forEach(metric -> dropped.add(((Counter) metric).getCount()));
    assertThat(dropped).as("of both instances").hasSize(2).containsOnly(0L);
  }

  @Test
  void aPatternThatIsOffOpensNothing() throws Exception {
    Policy off =
        Policy.builder().patterns(List.of(PatternId.RECOVERY, PatternId.ESCALATION)).build();

    Runs run =
        Runs.detect(
            outage().shuffled(folder, 1), folder.resolve("out"), 2, NOTHING, off, Runs.CATALOGUE);

    assertThat(run.lines(Detection.INCIDENTS)).isEmpty();
    assertThat(run.lines(Detection.VOLUMES)).anyMatch(line -> line.endsWith(",extreme"));
  }

  private static List<JsonNode> incidents(Runs run) throws IOException {
    List<JsonNode> updates = new ArrayList<>();
    for (String line : Files.readAllLines(run.folder().resolve(Detection.INCIDENTS))) {
      updates.add(JSON.readTree(line));
    }
    return updates;
  }

  private static String id(List<JsonNode> updates) {
    return updates.get(0).get("incident_id").asText();
  }

  private static Instant time(JsonNode update, String field) {
    return Instant.parse(update.get(field).asText());
  }
}
