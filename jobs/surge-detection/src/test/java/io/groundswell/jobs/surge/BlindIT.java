package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.ledger.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline says blind, and learns nothing from what it cannot see. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BlindIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant SILENT = Instant.parse("2026-03-06T00:00:00Z");

  @TempDir Path folder;

  @Test
  void theOnlySourceIsSilentForADayAndItsReturnIsNoSurge() throws Exception {
    Scenario scenario =
        Scenario.of(7)
            .calm("acme", Duration.ofDays(4), 60)
            .silence(Duration.ofDays(1))
            .calm("acme", Duration.ofHours(8), 60);

    Runs run = detect(scenario, "a", 2);

    List<JsonNode> updates = read(run.lines(Detection.INCIDENTS));
    assertThat(updates).hasSize(2).extracting(u -> text(u, "kind")).containsOnly("blind");
    JsonNode opened = updates.get(0);
    assertThat(text(opened, "incident_id")).isEqualTo("blind:x:20260306T000000Z");
    assertThat(text(opened, "source")).isEqualTo("x");
    assertThat(text(opened, "pattern")).isEqualTo("silence");
    assertThat(text(opened, "severity")).isEqualTo("SEV2");
    assertThat(time(opened, "onset_at")).isBetween(SILENT.minusSeconds(600), SILENT);
    assertThat(time(opened, "detected_at"))
        .isBetween(SILENT.plusSeconds(600), SILENT.plusSeconds(2400));
    assertThat(text(updates.get(1), "status")).isEqualTo("resolved");
    assertThat(time(updates.get(1), "updated_at"))
        .isBetween(
            SILENT.plus(Duration.ofDays(1)), SILENT.plus(Duration.ofDays(1)).plusSeconds(600));
    assertThat(run.count(Ledger.READ)).isEqualTo(scenario.lines().size());
    assertThat(run.count("complaints")).isEqualTo(scenario.lines().size());
    assertThat(detect(scenario, "b", 4).folder().resolve(Detection.VOLUMES))
        .hasSameBinaryContentAs(run.folder().resolve(Detection.VOLUMES));
  }

  @Test
  void nothingIsKnownBeyondTheEndOfTheInput() throws Exception {
    Scenario scenario = Scenario.of(7).calm("acme", Duration.ofDays(2), 60);

    assertThat(detect(scenario, "end", 2).lines(Detection.INCIDENTS)).isEmpty();
  }

  @Test
  void oneOfThreePartitionsDiesAndComesBack() throws Exception {
    Scenario scenario = Scenario.of(3);
    List<String> calm = next(scenario, Duration.ofDays(2));
    List<String> broken = next(scenario, Duration.ofHours(3));
    List<String> mended = next(scenario, Duration.ofHours(1));
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "feed", 3)) {
      feed.send(calm);
      feed.send(broken, 2);
      feed.send(mended);
      feed.end();
      List<JsonNode> updates;
      try (RunningJob job = start(feed)) {
        updates = read(feed.incidents(2));
        feed.awaitRead();
        assertThat(job.end()).isNotDone();
      }

      assertThat(feed.told()).isEqualTo(2);
      assertThat(updates).extracting(u -> text(u, "kind")).containsOnly("blind");
      assertThat(updates).extracting(u -> text(u, "source")).containsOnly("feed-2");
      assertThat(text(updates.get(0), "title")).startsWith("Partition feed-2 has gone silent");
      assertThat(text(updates.get(0), "severity")).isEqualTo("SEV3");
      Instant died = Instant.parse("2026-03-04T00:00:00Z");
      assertThat(time(updates.get(0), "detected_at"))
          .isBetween(died.plusSeconds(600), died.plus(Duration.ofHours(2)));
      assertThat(text(updates.get(1), "status")).isEqualTo("resolved");
    }
  }

  private Runs detect(Scenario scenario, String name, int parallelism) throws Exception {
    List<String> files = scenario.shuffled(folder, 1);
    return Runs.detect(files, folder.resolve(name), parallelism, new Configuration());
  }

  /** What the next calm hours of a story bring. */
  private static List<String> next(Scenario scenario, Duration length) {
    int from = scenario.lines().size();
    scenario.calm("acme", length, 90);
    return new ArrayList<>(scenario.lines().subList(from, scenario.lines().size()));
  }

  private static RunningJob start(LiveFeed feed) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    StreamExecutionEnvironment env = Runs.environment(2, configuration);
    new LiveDetection(
            Rules.of(Runs.CATALOGUE, Policy.defaults()), feed.input(), feed.output(), feed.topics())
        .add(env);
    return RunningJob.start(env, "live");
  }

  private static List<JsonNode> read(List<String> lines) throws Exception {
    List<JsonNode> updates = new ArrayList<>();
    for (String line : lines) {
      updates.add(JSON.readTree(line));
    }
    return updates;
  }

  private static String text(JsonNode update, String field) {
    return update.get(field).asText();
  }

  private static Instant time(JsonNode update, String field) {
    return Instant.parse(text(update, field));
  }
}
