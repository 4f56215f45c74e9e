package io.groundswell.state.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.cli.Console;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.settings.RunFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new deployment that begins with what past posts or counts tell, and then sees an outage. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BootstrapIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The outage begins when eight calm days are over. */
  private static final String LIVE_FROM = "2026-03-10T00:00";

  /** The brokers still hold what is known already: it comes late, and does not count again. */
  private static final String HOUR_BEFORE = "2026-03-09T23:00";

  private static final String CATALOGUE =
      """
      products:
        - id: acme
          aliases: [acme]
          handles: ["@acme"]
          components:
            - {id: login, aliases: [log in]}
            - {id: pay, aliases: [payment]}
        - {id: beta, aliases: [beta]}
      """;

  /** What waits in open buckets, or for its moment; hours and sightings of a day are not open. */
  private static final Set<String> NOTHING_IN =
      Set.of("waiting-mentions", "unheard-mentions", "open-buckets", "waiting-feed-counts");

  @TempDir private static Path folder;

  private static Scenario story;
  private static Path config;
  private static Path past;

  /** What a job tells that has always run. */
  private static Runs unbroken;

  private static LocalBroker broker;

  @BeforeAll
  static void tellTheStory() throws Exception {
    Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE);
    config =
        Files.writeString(
            folder.resolve("groundswell.yaml"),
            RunFile.template().replace("changes: []", "changes: [{topic: changes}]"));
    story =
        Scenario.of(7)
            .calm("acme", Duration.ofDays(8), 30)
            .surge("acme", "", "IT", Duration.ofMinutes(40), 400)
            .calm("acme", Duration.ofHours(1), 30);
    past = Files.write(folder.resolve("past.ndjson"), part(time -> time.compareTo(LIVE_FROM) < 0));
    unbroken = Runs.detect(story, folder, folder.resolve("unbroken"), 2);
    broker = LocalBroker.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static List<String> part(Predicate<String> time) {
    return story.lines().stream().filter(line -> time.test(createdAt(line))).toList();
  }

  private static List<String> since(String moment) {
    return part(time -> time.compareTo(moment) >= 0);
  }

  private static String createdAt(String line) {
    String field = "\"created_at\":\"";
    return line.substring(line.indexOf(field) + field.length());
  }

  @Test
  void itOpensWhatAJobOpensThatHasAlwaysRun() throws Exception {
    Path first = folder.resolve("from-posts");
    Console said = bootstrap(first, "--from-posts", past.toString());
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("up to 2026-03-10T00:00:00Z", "start: 2026-03-10T00:00:00Z", "--from " + first)
        .doesNotContain("Under way");
    assertNothingWaits(first);

    List<String> told = unbroken.lines(Detection.INCIDENTS);
    JsonNode live = opened(goOn("posts", first, HOUR_BEFORE, told.size()));
    assertThat(figures(live)).isEqualTo(figures(opened(told)));

    Path later = Files.write(folder.resolve("later.ndjson"), since(LIVE_FROM));
    List<String> cold =
        Runs.detect(List.of(later.toString()), folder.resolve("cold"), 2, new Configuration())
            .lines(Detection.INCIDENTS);
    assertThat(cold).as("who begins in an outage takes it for normal").isEmpty();
  }

  @Test
  void countsTellWhatIsNormal() throws Exception {
    Path first = folder.resolve("from-volumes");
    Console said = bootstrap(first, "--from-volumes", counts().toString());
    assertThat(said.code()).as(said.err()).isZero();

    JsonNode live = opened(goOn("volumes", first, LIVE_FROM, 1));
    JsonNode always = opened(unbroken.lines(Detection.INCIDENTS));
    assertThat(figures(live)).isEqualTo(figures(always));
  }

  private static void assertNothingWaits(Path savepoint) throws IOException {
    Console said = Console.run("state", "inspect", savepoint.toString(), "--json");
    assertThat(said.code()).as(said.err()).isZero();
    Map<String, Long> entries = new TreeMap<>();
    for (JsonNode operator : json(said.out()).path("operators")) {
      assertThat(operator.path("max_parallelism").asInt()).isIn(1, FlinkOptions.MAX_PARALLELISM);
      for (JsonNode state : operator.path("states")) {
        entries.put(state.path("name").asText(), state.path("entries").asLong());
      }
    }
    assertThat(entries)
        .containsKeys("packed-watch", "hour-counts", "last-seen", "shares", "feeds", "seen")
        .doesNotContainKeys("SourceReaderState", "incidents", "stories", "recent-reports");
    assertThat(entries.entrySet())
        .filteredOn(state -> NOTHING_IN.contains(state.getKey()))
        .allMatch(state -> state.getValue() == 0);
    try (Stream<Path> files = Files.list(savepoint)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("payment", "log in");
      }
    }
  }

  private static List<String> goOn(String name, Path savepoint, String from, int updates)
      throws Exception {
    try (LiveFeed feed = new LiveFeed(broker.address(), name, 2)) {
      Configuration configuration = FlinkOptions.bounded();
      configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
      configuration.set(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve(name).toUri().toString());
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
      StreamExecutionEnvironment env = FlinkOptions.local(2, configuration);
      new LiveDetection(
              Rules.of(Runs.CATALOGUE, Policy.defaults()),
              feed.input(),
              feed.output(),
              feed.topics())
          .add(env);
      try (RunningJob job = RunningJob.start(env, name)) {
        feed.send(since(from));
        feed.end();
        List<String> told = feed.incidents(updates);
        assertThat(job.end()).isNotDone();
        return told;
      }
    }
  }

  /** What was counted in the past, as who counts in a system of his own has it. */
  private static Path counts() throws IOException {
    List<String> rows = new ArrayList<>(List.of("key,bucket_start,count"));
    unbroken.lines(Detection.VOLUMES).stream()
        .skip(1)
        .map(row -> row.split(","))
        .filter(cell -> cell[0].indexOf('~') < 0 && cell[1].compareTo(LIVE_FROM) < 0)
        .forEach(cell -> rows.add(cell[0] + "," + cell[1] + "," + cell[2]));
    return Files.write(folder.resolve("counts.csv"), rows);
  }

  private static Console bootstrap(Path to, String... source) {
    List<String> all = new ArrayList<>(List.of("state", "bootstrap"));
    all.addAll(List.of(source));
    all.addAll(List.of("--config", config.toString(), "--to", to.toString()));
    return Console.run(all.toArray(String[]::new));
  }

  private static JsonNode opened(List<String> updates) {
    return updates.stream()
        .map(BootstrapIT::json)
        .filter(update -> "opened".equals(update.path("status").asText()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What an update says in figures: which incident it is, since when, how large, how sure. */
  private static Map<String, String> figures(JsonNode update) {
    Map<String, String> figures = new TreeMap<>();
    for (String field :
        List.of(
            "incident_id",
            "onset_at",
            "detected_at",
            "observed",
            "expected",
            "posts",
            "evidence")) {
      figures.put(field, update.path(field).toString());
    }
    return figures;
  }
}
