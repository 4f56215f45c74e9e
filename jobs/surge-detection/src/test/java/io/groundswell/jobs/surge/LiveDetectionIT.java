package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Hash64;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job from Kafka to Kafka, on a real broker. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LiveDetectionIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MUTED = "2026-03-03T23:00:00Z";

  @TempDir static Path folder;
  private static LocalBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LocalBroker.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void liveGivesTheIncidentsThatTheFilesGive() throws Exception {
    Scenario scenario =
        Scenario.outageWithCalls(7)
            .mute("m", "acme", MUTED, "2026-03-04T00:20:00Z", 1000, MUTED)
            .verdict("acme@IT:20260304T000000Z", "acknowledged", "ann", "2026-03-04T00:10:00Z");
    List<String> records = new ArrayList<>(scenario.lines());
    records.addAll(scenario.contacts());
    records.addAll(scenario.changes());
    records.addAll(scenario.verdicts());
    records.addAll(scenario.mutes());
    Runs files = Runs.detect(scenario, folder, folder.resolve("files"), 2);
    List<String> expected = files.lines(Detection.INCIDENTS);
    assertThat(expected).hasSizeGreaterThan(2).last().asString().contains("\"resolved\"");
    assertThat(expected).anyMatch(update -> update.contains("\"status\":\"acknowledged\""));
    assertThat(expected).anyMatch(update -> update.contains("\"muted_by\":{\"id\":\"m\""));

    for (int partitions : new int[] {1, 8}) {
      try (LiveFeed feed = new LiveFeed(broker.address(), "posts" + partitions, partitions)) {
        feed.send(records);
        feed.end();
        Path pages = folder.resolve("pages" + partitions);
        try (RunningJob job =
            start(feed, Map.of(), Reports.served(pages.toString(), Reports.FOLDER))) {
          assertThat(feed.incidents(expected.size())).isEqualTo(expected);
          assertThat(feed.volumes(files.lines(Detection.VOLUMES).size() - 1))
              .hasSize(files.lines(Detection.VOLUMES).size() - 1);
          assertThat(feed.ledger(records.size())).isEqualTo(books(files));
          assertThat(Runs.texts(pages)).isEqualTo(files.pages()).isNotEmpty();
          checkLeads(feed, files, expected);
          assertThat(job.end()).isNotDone();
        }
      }
    }
  }

  /** The last row of each key is that of the files, and what others count from the topics. */
  private static void checkLeads(LiveFeed feed, Runs files, List<String> incidents)
      throws IOException {
    List<String> wanted = files.lines(Detection.LEADS);
    Map<String, String> rows = feed.leads(wanted);
    assertThat(rows.values()).containsExactlyInAnyOrderElementsOf(wanted);

    List<Recount.Bucket> queue = new ArrayList<>();
    for (String record : feed.contactVolumes(files.lines(Detection.CONTACTS).size() - 1)) {
      queue.add(Recount.Bucket.ofRecord(JSON.readTree(record)));
    }
    List<JsonNode> updates = new ArrayList<>();
    for (String update : incidents) {
      updates.add(JSON.readTree(update));
    }
    Map<String, Map<String, String>> ledger = new TreeMap<>();
    for (Map.Entry<String, String> row : rows.entrySet()) {
      ledger.put(row.getKey(), Recount.row(JSON.readTree(row.getValue())));
    }
    assertThat(Recount.of(updates, queue)).hasSize(2).isEqualTo(ledger);
  }

  /** The first posts about the certificate of May 2019: their times, and the silence after them. */
  @Test
  void aBucketIsScoredSoonAlthoughNobodyPosts() throws Exception {
    try (LiveFeed feed = new LiveFeed(broker.address(), "pace", 2)) {
      try (RunningJob job = start(feed)) {
        for (String second : List.of("01:30:54", "01:32:09", "01:33:16", "01:35:31")) {
          String created = "2019-05-04T" + second + "Z";
          feed.passUntil(Instant.parse(created));
          feed.send(List.of(Scenario.complaint(created)));
        }
        feed.passUntil(Instant.parse("2019-05-04T01:36:15Z"));

        // Each is about Acme and its log-in.
        assertThat(feed.volumes(8))
            .last()
            .asString()
            .contains("\"bucket_start\":\"2019-05-04T01:35:00Z\"");
        assertThat(job.end()).isNotDone();
      }
    }
  }

  @Test
  void aTopicMayHoldWhatItsNetworkDelivers() throws Exception {
    try (LiveFeed feed = new LiveFeed(broker.address(), "native", 2)) {
      feed.send(
          List.of(
              onX("1", "00:10", ",\"text\":\"@acme is down again, cannot log in at all\""),
              onX(
                  "2",
                  "00:20",
                  ",\"text\":\"RT\",\"referenced_tweets\":"
                      + "[{\"type\":\"retweeted\",\"id\":\"1\"}]"),
              onX("3", "00:30", ",\"text\":\"\",\"withheld\":{\"scope\":\"tweet\"}"),
              "{\"errors\":[],\"created_at\":\"2026-03-02T05:00:40Z\"}",
              onX("5", "00:50", "")));
      feed.end();
      feed.end(); // The minute in which they arrived is over, too.
      try (RunningJob job = start(feed, Map.of("native", Format.X), Reports.NONE)) {
        assertThat(feed.ledger(5))
            .isEqualTo(
                Map.of(
                    "posts/complaints", 1L,
                    "posts/reposts", 1L,
                    "posts/withheld", 1L,
                    "posts/chatter", 1L,
                    "posts/dead_letters", 1L));
        assertThat(job.end()).isNotDone();
      }
    }
  }

  /** Withdrawn while its bucket is open, and when it has closed. */
  @Test
  void aWithdrawalIsTheLastWordOnItsPost() throws Exception {
    try (LiveFeed feed = new LiveFeed(broker.address(), "taken-back", 2)) {
      feed.send(
          List.of(
              onForum("1", "05:00:10", ",\"text\":\"@acme is down again, @jo_doe cannot log in\""),
              onForum("1", "05:00:20", ",\"deleted\":true"),
              onForum("2", "05:00:30", ",\"text\":\"@acme my payment failed three times\""),
              onForum("2", "05:12:00", ",\"deleted\":true"),
              onForum("3", "05:13:00", ",\"text\":\"@acme my payment failed, @jo_doe\"")));
      feed.end();
      try (RunningJob job = start(feed)) {
        List<String> told = feed.countedPosts(5);
        assertThat(told).hasSize(5);
        assertThat(told.stream().filter(line -> line.contains("\"id\":\"1\"")))
            .hasSize(2)
            .noneMatch(line -> line.contains("log in"));
        assertThat(told.stream().filter(line -> line.contains("\"id\":\"2\"")))
            .last()
            .asString()
            .isEqualTo(
                "{\"source\":\"forum\",\"id\":\"2\",\"identity\":\"%016x\",\"deleted\":true,"
                        .formatted(Hash64.of("forum", "2"))
                    + "\"at\":\"2026-03-02T05:12:00Z\"}");
        assertThat(told).anyMatch(line -> line.contains("\"@acme my payment failed, @[name]\""));
        assertThat(job.end()).isNotDone();
      }
    }
  }

  private static String onForum(String id, String time, String more) {
    return "{\"id\":\"%s\",\"source\":\"forum\",\"created_at\":\"2026-03-02T%sZ\"%s}"
        .formatted(id, time, more);
  }

  private static String onX(String id, String time, String more) {
    return "{\"data\":{\"id\":\"%s\",\"created_at\":\"2026-03-02T05:%sZ\"%s}}"
        .formatted(id, time, more);
  }

  /** The ledger of a bounded run as the topic has it. */
  private static Map<String, Long> books(Runs files) {
    Map<String, Long> books = new TreeMap<>();
    for (Input input : Input.values()) {
      for (Outcome outcome : Outcome.values()) {
        long count = files.count(Ledger.counter(input, outcome));
        if (count > 0) {
          books.put(input.label() + "/" + outcome.label(), count);
        }
      }
    }
    return books;
  }

  private static RunningJob start(LiveFeed feed) throws Exception {
    return start(feed, Map.of(), Reports.NONE);
  }

  private static RunningJob start(LiveFeed feed, Map<String, Format> formats, Reports reports)
      throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    StreamExecutionEnvironment env = Runs.environment(2, configuration);
    new LiveDetection(
            Rules.of(Runs.CATALOGUE, Policy.defaults()),
            feed.input(),
            feed.output(),
            feed.topics(),
            formats,
            reports,
            false)
        .add(env);
    return RunningJob.start(env, "live");
  }
}
