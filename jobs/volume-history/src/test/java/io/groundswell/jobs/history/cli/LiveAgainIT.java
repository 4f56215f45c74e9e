package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.history.HistoryPipeline;
import io.groundswell.jobs.history.connector.TopicLines;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.maintain.Retention;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Rows;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.cli.CommandLines;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was raised live, from topics in which posts come late, a partition dies, people call,
 * something is deployed, and somebody answers and mutes, is raised again from what was kept.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LiveAgainIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DIES = "2026-03-03T17:00:00Z";
  private static final String BACK = "2026-03-03T20:00:00Z";
  private static final String MUTED = "2026-03-03T23:50:00Z";
  private static final String HELD_BACK = "2026-03-04T00:04:00Z";
  private static final String HELD_BACK_UNTIL = "2026-03-04T00:08:00Z";
  private static final String HANDED_IN = "2026-03-04T00:12:00Z";
  private static final Path CATALOGUE = Path.of("src/test/resources/acme.yaml");

  @TempDir private Path folder;
  private final Scenario scenario =
      Scenario.outageWithCalls(7)
          .mute("m", "acme", MUTED, "2026-03-04T00:20:00Z", 1000, MUTED)
          .verdict("acme@IT:20260304T000000Z", "acknowledged", "ann", "2026-03-04T00:12:10Z");

  @Test
  void theLiveRulesTellFromTheHistoryExactlyWhatTheyToldLive() throws Exception {
    Place place = WarehouseFolder.make(folder.resolve("warehouse"));
    List<JsonNode> live;
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "posts", 2)) {
      sendAll(feed);
      try (RunningJob job = detect(feed)) {
        feed.awaitRead();
        live = told(feed.incidents(feed.told()));
        assertThat(job.end()).isNotDone();
      }
      keep(feed, place, live.size());
    }
    assertThat(live).extracting(update -> update.get("kind").asText()).contains("blind", "surge");
    assertThat(live).anyMatch(update -> update.get("status").asText().equals("acknowledged"));
    assertThat(rows(place, HistoryTable.POSTS)).anyMatch(row -> (boolean) row.getField("late"));

    Path out = folder.resolve("out");
    Path same = Files.writeString(folder.resolve("same.yaml"), "min_authors: 4\n");
    assertThat(
            CommandLines.run(
                "backtest",
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--catalogue",
                CATALOGUE.toString(),
                "--try",
                same.toString(),
                "--out",
                out.toString()))
        .isZero();

    assertThat(told(Files.readAllLines(out.resolve("live").resolve("incidents.ndjson"))))
        .isEqualTo(live);
    JsonNode figures = JSON.readTree(Files.readString(out.resolve("backtest.json")));
    assertThat(figures.get("told_again")).isEqualTo(figures.get("raised_live"));
    assertThat(figures.get("raised_live").asInt()).isGreaterThan(1);
  }

  /** For three hours nothing comes from one of two partitions; later some posts come late. */
  private void sendAll(LiveFeed feed) throws Exception {
    List<String> all =
        Stream.of(
                scenario.lines(),
                scenario.contacts(),
                scenario.changes(),
                scenario.verdicts(),
                scenario.mutes())
            .flatMap(List::stream)
            .toList();
    feed.send(all.stream().filter(line -> isBetween(line, "2026", DIES)).toList());
    feed.send(all.stream().filter(line -> isBetween(line, DIES, BACK)).toList(), 1);
    feed.send(
        all.stream()
            .filter(line -> isBetween(line, BACK, HANDED_IN) && !isHeldBack(line))
            .toList());
    feed.send(
        all.stream()
            .filter(line -> isHeldBack(line) || isBetween(line, HANDED_IN, "2027"))
            .toList());
    feed.end();
  }

  private static boolean isHeldBack(String line) {
    return isBetween(line, HELD_BACK, HELD_BACK_UNTIL) && line.hashCode() % 3 == 0;
  }

  private static boolean isBetween(String line, String from, String until) {
    String time = time(line);
    return time.compareTo(from) >= 0 && time.compareTo(until) < 0;
  }

  private static String time(String line) {
    return LiveFeed.time(line).toString();
  }

  private static RunningJob detect(LiveFeed feed) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    StreamExecutionEnvironment env = Runs.environment(2, configuration);
    Rules rules = Rules.of(CatalogueFile.read(CATALOGUE), Policy.defaults());
    new LiveDetection(rules, feed.input(), feed.output(), feed.topics()).add(env);
    return RunningJob.start(env, "live");
  }

  private static void keep(LiveFeed feed, Place place, int updates) throws Exception {
    try (Warehouse warehouse = Warehouse.open(place)) {
      warehouse.prepare();
    }
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    StreamExecutionEnvironment env = Runs.environment(1, configuration);
    new HistoryPipeline(place)
        .add(
            TopicLines.add(env, feed.input().client(), topics(feed), "history"),
            Retention.DEFAULT,
            Duration.ofHours(1));
    try (RunningJob job = RunningJob.start(env, "history")) {
      while (rows(place, HistoryTable.INCIDENTS).size() < updates
          || rows(place, HistoryTable.CLOCK).stream()
              .noneMatch(row -> row.getField("time").equals(Rows.at(feed.time().toString())))) {
        assertThat(job.end()).isNotDone();
        Thread.sleep(300);
      }
      Thread.sleep(3_000);
    }
  }

  private static Map<HistoryTable, String> topics(LiveFeed feed) {
    OutputTopics outputs = feed.topics();
    Map<HistoryTable, String> topics = new EnumMap<>(HistoryTable.class);
    topics.put(HistoryTable.INCIDENTS, outputs.incidents());
    topics.put(HistoryTable.POSTS, outputs.countedPosts());
    topics.put(HistoryTable.INPUTS, outputs.countedInputs());
    topics.put(HistoryTable.CLOCK, feed.input().clock());
    return topics;
  }

  private static List<Record> rows(Place place, HistoryTable table) throws Exception {
    try (Warehouse warehouse = Warehouse.open(place)) {
      return Rows.all(warehouse, table);
    }
  }

  /** Updates in one order, without where their pages lie. */
  private static List<JsonNode> told(List<String> lines) throws Exception {
    List<JsonNode> updates = new ArrayList<>();
    for (String line : lines) {
      ObjectNode update = (ObjectNode) JSON.readTree(line);
      update.remove("links");
      updates.add(update);
    }
    updates.sort(
        Comparator.comparing((JsonNode update) -> update.get("incident_id").asText())
            .thenComparing(update -> update.get("sequence").asInt()));
    return updates;
  }
}
