package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.history.HistoryPipeline;
import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.history.connector.SnapshotFolder;
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
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
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

  /** What hangs on the texts of posts. */
  private static final List<String> WORDS =
      List.of("title", "symptoms", "examples", "faults", "drafts", "explanation");

  @TempDir private Path folder;
  private final Scenario scenario =
      Scenario.outageWithCalls(7)
          .mute("m", "acme", MUTED, "2026-03-04T00:20:00Z", 1000, MUTED)
          .verdict("acme@IT:20260304T000000Z", "acknowledged", "ann", "2026-03-04T00:12:10Z");

  @Test
  void theLiveRulesTellFromTheHistoryExactlyWhatTheyToldLive() throws Exception {
    Path warehouse = folder.resolve("warehouse");
    Place place = WarehouseFolder.make(warehouse);
    List<Snapshot> snapshots = new ArrayList<>();
    List<JsonNode> live;
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "posts", 2)) {
      try (RunningJob job = detect(feed)) {
        feed.send(all(line -> isBetween(line, "2026", DIES)));
        feed.send(all(line -> isBetween(line, DIES, BACK)), 1);
        snapshots.add(keepSnapshot(job, feed, place));
        feed.send(all(line -> isBetween(line, BACK, HANDED_IN) && !isHeldBack(line)));
        snapshots.add(keepSnapshot(job, feed, place));
        feed.send(all(line -> isHeldBack(line) || isBetween(line, HANDED_IN, "2027")));
        feed.end();
        feed.awaitRead();
        live = told(feed.incidents(feed.told()));
        assertThat(job.end()).isNotDone();
      }
      keep(feed, place, live.size());
    }
    assertThat(live).extracting(update -> update.get("kind").asText()).contains("blind", "surge");
    assertThat(live).anyMatch(update -> update.get("status").asText().equals("acknowledged"));
    assertThat(rows(place, HistoryTable.POSTS)).anyMatch(row -> (boolean) row.getField("late"));

    assertThat(told(backtest(warehouse, "cold", "--cold"))).isEqualTo(live);

    // While a partition is dead, and hours before the surge: every word of it is the same.
    SnapshotFolder kept = SnapshotFolder.of(place);
    assertThat(kept.all()).isEqualTo(snapshots);
    assertThat(told(backtest(warehouse, "calm"))).isEqualTo(after(live, snapshots.get(0)));

    // In the middle of the surge: every figure of it is the same.
    kept.forget(snapshots.get(1).from());
    assertThat(kept.all()).containsExactly(snapshots.get(1));
    assertThat(figures(told(backtest(warehouse, "surge"))))
        .isNotEmpty()
        .isEqualTo(figures(after(live, snapshots.get(1))));
  }

  private Path backtest(Path warehouse, String name, String... more) throws Exception {
    Path out = folder.resolve(name);
    List<String> arguments =
        new ArrayList<>(
            List.of("backtest", "--warehouse", warehouse.toString(), "--out", out.toString()));
    arguments.addAll(List.of("--catalogue", CATALOGUE.toString()));
    arguments.addAll(List.of(more));
    assertThat(CommandLines.run(arguments.toArray(String[]::new))).isZero();
    JsonNode figures = JSON.readTree(Files.readString(out.resolve("backtest.json")));
    assertThat(figures.get("told_again")).isEqualTo(figures.get("raised_live"));
    return out.resolve("live").resolve("incidents.ndjson");
  }

  /** What the job knows now; the savepoint itself is deleted. */
  private Snapshot keepSnapshot(RunningJob job, LiveFeed feed, Place place) throws Exception {
    feed.awaitRead();
    Path raw = folder.resolve("raw");
    String savepoint =
        job.client().triggerSavepoint(raw.toString(), SavepointFormatType.CANONICAL).get();
    Snapshot kept =
        SnapshotFolder.of(place).add(Path.of(URI.create(savepoint)), Policy.defaults(), 0);
    LocalFiles.deleteFolder(raw);
    return kept;
  }

  private static List<JsonNode> after(List<JsonNode> updates, Snapshot snapshot) {
    String from = Instant.ofEpochMilli(snapshot.from()).toString();
    return updates.stream()
        .filter(update -> update.get("updated_at").asText().compareTo(from) > 0)
        .toList();
  }

  /** What does not hang on the words of posts that came before. */
  private static List<JsonNode> figures(List<JsonNode> updates) {
    List<JsonNode> figures = new ArrayList<>();
    for (JsonNode update : updates) {
      figures.add(((ObjectNode) update.deepCopy()).remove(WORDS));
    }
    return figures;
  }

  private List<String> all(Predicate<String> chosen) {
    return Stream.of(
            scenario.lines(),
            scenario.contacts(),
            scenario.changes(),
            scenario.verdicts(),
            scenario.mutes())
        .flatMap(List::stream)
        .filter(chosen)
        .toList();
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
      int posts = feed.committed(feed.topics().countedPosts());
      int inputs = feed.committed(feed.topics().countedInputs());
      while (rows(place, HistoryTable.INCIDENTS).size() < updates
          || rows(place, HistoryTable.INPUTS).size() < inputs
          || rows(place, HistoryTable.POSTS).size() + rows(place, HistoryTable.CHATTER).size()
              < posts
          || rows(place, HistoryTable.CLOCK).stream()
              .noneMatch(row -> row.getField("time").equals(Rows.at(feed.time().toString())))) {
        assertThat(job.end()).isNotDone();
        Thread.sleep(300);
      }
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

  private static List<JsonNode> told(Path file) throws Exception {
    return told(Files.readAllLines(file));
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
