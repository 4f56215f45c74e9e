package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import io.groundswell.jobs.surge.settings.WeightsText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people rule while the job runs. */
class RulingsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ACME =
      """
      products:
        - id: acme
          name: Acme
          aliases: [acme]
          handles: ["@acme"]
          components: [{id: login, aliases: [log in]}, {id: pay, aliases: [payment]}]
        - {id: beta, aliases: [beta]}
      """;

  private static final String GAMMA =
      ACME + "  - {id: gamma, name: Gamma, aliases: [gamma], owner: team-gamma}\n";

  private static final String QUIET = "min_authors: 1000\n";

  private static final String EARLY =
      """
      patterns:
        - id: early
          says: More than usual, be it enough or not.
          stages: [{begin: risen, where: {level: {at_least: elevated}}}]
      """;

  private static final String NO_PATTERN = "patterns: []\n";

  @TempDir Path folder;

  /**
   * Gamma is added to the catalogue; three hours later it fails, and somebody takes it out again
   * before that is over.
   */
  private static Scenario gammaComesAndGoes() {
    return Scenario.of(11)
        .calm("acme", Duration.ofDays(2), 30)
        .calm("gamma", Duration.ofHours(3), 60)
        .surge("gamma", "", "", Duration.ofMinutes(40), 1200)
        .calm("acme", Duration.ofHours(2), 30)
        .rule(RuleKind.CATALOGUE, 1, "2026-03-04T00:10:00Z", GAMMA)
        .rule(RuleKind.CATALOGUE, 2, "2026-03-04T03:20:00Z", ACME);
  }

  @Test
  void aProductThatIsAddedIsWatchedFromThenOnAndOneThatIsGoneIsClosed() throws Exception {
    Runs run = Runs.detect(gammaComesAndGoes(), folder, folder.resolve("out"), 2);

    List<JsonNode> updates =
        updates(run.lines(Detection.INCIDENTS)).stream()
            .filter(update -> update.at("/subject/product").asText().equals("gamma"))
            .toList();
    assertThat(updates).isNotEmpty();
    JsonNode opened = updates.get(0);
    assertThat(opened.path("status").asText()).isEqualTo("opened");
    assertThat(opened.path("owner").asText()).isEqualTo("team-gamma");
    assertThat(opened.path("onset_at").asText()).isGreaterThan("2026-03-04T02:30:00Z");
    assertThat(opened.path("updated_at").asText()).isLessThan("2026-03-04T03:20:00Z");
    assertThat(opened.path("catalogue_version").asText()).isEqualTo(version(GAMMA));
    JsonNode last = updates.get(updates.size() - 1);
    assertThat(last.path("status").asText()).isEqualTo("resolved");
    assertThat(last.path("pattern").asText()).isEqualTo("removed");
    assertThat(last.path("updated_at").asText()).isEqualTo("2026-03-04T03:21:00Z");
    assertThat(last.path("title").asText())
        .isEqualTo("gamma: closed, it is no longer in the catalogue");
    assertThat(last.path("catalogue_version").asText()).isEqualTo(version(ACME));
    assertThat(run.lines(Detection.VOLUMES))
        .filteredOn(line -> line.startsWith("gamma,"))
        .isNotEmpty()
        .allMatch(line -> line.compareTo("gamma,2026-03-04T00:10") >= 0)
        .allMatch(line -> line.compareTo("gamma,2026-03-04T03:21") < 0);
  }

  @Test
  void filesAndTopicsSwitchAtTheSamePostAtAnyParallelism() throws Exception {
    Scenario scenario =
        gammaComesAndGoes()
            .rule(RuleKind.PATTERNS, 1, "2026-03-04T01:00:00Z", EARLY)
            .rule(RuleKind.PATTERNS, 2, "2026-03-04T03:10:00Z", NO_PATTERN);
    List<String> expected =
        Runs.detect(scenario, folder, folder.resolve("one"), 1).lines(Detection.INCIDENTS);
    assertThat(expected).anyMatch(line -> line.contains("\"pattern\":\"early\""));
    assertThat(Runs.detect(scenario, folder, folder.resolve("three"), 3).lines(Detection.INCIDENTS))
        .isEqualTo(expected);
    List<String> records = new ArrayList<>(scenario.lines());
    records.addAll(scenario.control());

    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "ruled", 3)) {
      feed.send(records);
      feed.end();
      try (RunningJob job = start(feed, folder.resolve("pages"))) {
        assertThat(feed.incidents(expected.size())).isEqualTo(expected);
        assertThat(feed.ledger(scenario.lines().size())).containsEntry("control/rulings", 4L);
        assertThat(job.end()).isNotDone();
      }
    }
  }

  @Test
  void aPolicyThatAsksForMoreKeepsQuietFromThenOn() throws Exception {
    List<String> loud = acmeFails(Scenario.of(11));
    List<String> quiet =
        acmeFails(Scenario.of(11).rule(RuleKind.POLICY, 1, "2026-03-03T12:00:00Z", QUIET));
    List<String> late =
        acmeFails(Scenario.of(11).rule(RuleKind.POLICY, 1, "2026-03-04T00:20:00Z", QUIET));

    assertThat(loud).isNotEmpty().anyMatch(line -> line.contains("\"status\":\"opened\""));
    assertThat(quiet).isEmpty();
    assertThat(late).as("what is open goes on").hasSameSizeAs(loud);
    assertThat(late.get(0)).isEqualTo(loud.get(0));
    assertThat(updates(late).get(late.size() - 1).path("policy_version").asText())
        .isNotEqualTo(updates(loud).get(0).path("policy_version").asText());
  }

  @Test
  void aBuiltInPatternThatIsSwitchedOffSaysNothingUntilItIsOnAgain() throws Exception {
    String deaf = "patterns: {sudden: false, sustained: false}\n";
    String endless = "patterns: {recovery: false}\n";
    List<String> usual = acmeFails(Scenario.of(11));
    List<String> never =
        acmeFails(Scenario.of(11).rule(RuleKind.POLICY, 1, "2026-03-03T12:00:00Z", deaf));
    List<String> open =
        acmeFails(Scenario.of(11).rule(RuleKind.POLICY, 1, "2026-03-04T00:20:00Z", endless));
    List<String> later =
        acmeFails(
            Scenario.of(11)
                .rule(RuleKind.POLICY, 1, "2026-03-04T00:20:00Z", endless)
                .rule(RuleKind.POLICY, 2, "2026-03-04T03:00:00Z", "{}\n"));

    assertThat(usual.get(usual.size() - 1)).contains("\"pattern\":\"recovery\"");
    assertThat(never).isEmpty();
    assertThat(open).isNotEmpty().noneMatch(line -> line.contains("\"status\":\"resolved\""));
    JsonNode last = updates(later).get(later.size() - 1);
    assertThat(last.path("pattern").asText()).isEqualTo("recovery");
    assertThat(last.path("updated_at").asText()).isGreaterThan("2026-03-04T03:00:00Z");
  }

  @Test
  void otherWeightsJudgeWhatIsReadFromThenOn() throws Exception {
    String deaf = WeightsText.of(DeafWeights.file());
    Scenario scenario = Scenario.outage(11).rule(RuleKind.MODEL, 1, "2026-03-04T00:10:00Z", deaf);
    Runs run = Runs.detect(scenario, folder, folder.resolve("deaf"), 2);

    assertThat(run.lines(Detection.VOLUMES))
        .filteredOn(line -> line.startsWith("acme,"))
        .isNotEmpty()
        .allMatch(line -> line.compareTo("acme,2026-03-04T00:11") < 0);
  }

  @Test
  void aPatternThatIsWrittenTellsWhatDoesNotSufficeByItself() throws Exception {
    List<JsonNode> without = updates(acmeLimps(Scenario.of(11)));
    List<JsonNode> early =
        updates(
            acmeLimps(Scenario.of(11).rule(RuleKind.PATTERNS, 1, "2026-03-03T12:00:00Z", EARLY)));
    List<JsonNode> between =
        updates(
            acmeLimps(
                Scenario.of(11)
                    .rule(RuleKind.PATTERNS, 1, "2026-03-03T12:00:00Z", EARLY)
                    .rule(RuleKind.PATTERNS, 2, "2026-03-04T00:10:00Z", NO_PATTERN)));

    JsonNode told = early.get(0);
    assertThat(told.path("pattern").asText()).isEqualTo("early");
    assertThat(told.path("detected_at").asText())
        .isGreaterThan("2026-03-03T12:00")
        .isLessThan(without.get(0).path("detected_at").asText());
    assertThat(told.path("explanation").asText())
        .contains("Your pattern early has matched: More than usual, be it enough or not.");
    assertThat(between).as("switched off in time").isEqualTo(without);
  }

  /** A little more than usual. */
  private List<String> acmeLimps(Scenario begun) throws Exception {
    return acmeFails(begun, 40);
  }

  private List<String> acmeFails(Scenario begun) throws Exception {
    return acmeFails(begun, 400);
  }

  private List<String> acmeFails(Scenario begun, int anHour) throws Exception {
    Scenario scenario =
        begun
            .calm("acme", Duration.ofDays(2), 30)
            .surge("acme", "", "IT", Duration.ofMinutes(40), anHour)
            .calm("acme", Duration.ofHours(3), 30);
    String name = "out" + anHour + scenario.control().hashCode();
    return Runs.detect(scenario, folder, folder.resolve(name), 2).lines(Detection.INCIDENTS);
  }

  @Test
  void whatIsNoRulingIsADeadLetterAndChangesNothing() throws Exception {
    Scenario scenario =
        gammaComesAndGoes()
            .rule(RuleKind.CATALOGUE, 1, "2026-03-04T00:20:00Z", ACME)
            .rule(RuleKind.CATALOGUE, 3, "2026-03-04T00:20:00Z", "products: [{name: Nobody}]\n")
            .rule(RuleKind.POLICY, 1, "2026-03-04T00:20:00Z", "bucket: 5m\n")
            .rule(
                RuleKind.PATTERNS,
                1,
                "2026-03-04T00:20:00Z",
                "patterns: [{id: endless, stages: [{begin: a}, {followed_by: b}]}]\n");
    Runs run = Runs.detect(scenario, folder, folder.resolve("bad"), 2);
    Runs sound = Runs.detect(gammaComesAndGoes(), folder, folder.resolve("sound"), 2);

    assertThat(run.lines(Detection.DEAD_LETTERS))
        .hasSize(4)
        .anyMatch(line -> line.contains("catalogue 1 comes after a later one"))
        .anyMatch(line -> line.contains("'id' is missing"))
        .anyMatch(line -> line.contains("bucket stays 1m while a job runs"))
        .anyMatch(line -> line.contains("patterns 1:1: "));
    assertThat(run.lines(Detection.INCIDENTS)).isEqualTo(sound.lines(Detection.INCIDENTS));
  }

  private static String version(String catalogue) {
    return CatalogueFile.of("catalogue", catalogue, Catalogue.none()).version();
  }

  private static List<JsonNode> updates(List<String> lines) throws Exception {
    List<JsonNode> updates = new ArrayList<>();
    for (String line : lines) {
      updates.add(JSON.readTree(line));
    }
    return updates;
  }

  private static RunningJob start(LiveFeed feed, Path pages) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    StreamExecutionEnvironment env = Runs.environment(2, configuration);
    new LiveDetection(
            Rules.of(Runs.CATALOGUE, Policy.defaults()),
            feed.input(),
            feed.output(),
            feed.topics(),
            Map.of(),
            Reports.served(pages.toString(), Reports.FOLDER),
            false)
        .add(env);
    return RunningJob.start(env, "ruled");
  }
}
