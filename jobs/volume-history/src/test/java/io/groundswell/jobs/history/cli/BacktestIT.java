package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.jobs.history.ShippedExample;
import io.groundswell.jobs.surge.cli.CommandLines;
import io.groundswell.jobs.surge.connector.kafka.KafkaControl;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example, and what the job tells of it again when it has only what was kept. */
class BacktestIT {
  private static final String CONTROL = "groundswell-control";
  private static final String APPLIED =
      """
      patterns:
        - id: applied
          stages: [{begin: risen, where: {level: {at_least: extreme}}}]
      """;

  @TempDir private static Path folder;
  private static Path report;

  @BeforeAll
  static void keep() {
    ShippedExample.keep(folder);
    report = folder.resolve("report");
  }

  @Test
  void theSameRulesTellTheSameAndOthersWhatTheyWould() throws Exception {
    Path strict = Files.writeString(folder.resolve("strict.yaml"), "min_authors: 500\n");
    Path same = Files.writeString(folder.resolve("same.yaml"), "min_authors: 4\n");
    Path out = folder.resolve("out");

    assertThat(backtest(out, strict, same)).isZero();

    // Byte for byte, whatever was told: nothing is lost of what decides.
    for (String file : List.of("volumes.csv", "incidents.ndjson")) {
      assertThat(out.resolve("live").resolve(file)).hasSameTextualContentAs(report.resolve(file));
    }
    JsonNode told = new ObjectMapper().readTree(Files.readString(out.resolve("backtest.json")));
    assertThat(told.path("told_again").asInt())
        .isEqualTo(told.path("raised_live").asInt())
        .isPositive();
    assertThat(told.path("candidates"))
        .extracting(one -> one.path("name").asText(), one -> one.path("lost").asInt() > 0)
        .containsExactly(tuple("live", false), tuple("strict", true), tuple("same", false));
    assertThat(told.path("candidates").get(2).path("changes")).isEmpty();
    assertThat(Files.readString(out.resolve("backtest.html")))
        .contains("raised live are told again", "lost");
  }

  @Test
  void anotherCatalogueIsLookedForInTheKeptTexts() throws Exception {
    Path renamed =
        Files.writeString(
            folder.resolve("renamed.yaml"),
            Files.readString(Path.of(ShippedExample.file("catalogue.yaml")))
                .replace("id: harborshop", "id: harbourshop"));
    Path out = folder.resolve("renamed");
    assertThat(backtest(out, renamed)).isZero();
    assertThat(out.resolve("renamed").resolve("incidents.ndjson"))
        .content()
        .contains("\"product\":\"harbourshop\"", "\"status\":\"opened\"");
  }

  @Test
  void whatAPatternWouldHaveRaisedIsCountedBeforeItGoesLive() throws Exception {
    Path early =
        Files.writeString(
            folder.resolve("early.yaml"),
            """
            patterns:
              - id: early
                stages: [{begin: risen, where: {level: {at_least: elevated}}}]
            """);
    Path out = folder.resolve("patterns");
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"))) {
      Map<String, String> client = Map.of("bootstrap.servers", broker.address());
      KafkaTopics.prepare(client, List.of(WantedTopic.output("control", CONTROL)));
      new KafkaControl(client, CONTROL)
          .rule(RuleKind.PATTERNS, APPLIED, "ann", "it was of use once", 0);
      assertThat(diff(broker, early, out)).isZero();
    }
    // What was applied holds, though no file of the settings names it.
    assertThat(out.resolve("live").resolve("incidents.ndjson"))
        .content()
        .contains("Your pattern applied has matched")
        .doesNotContain("Your pattern early has matched");
    assertThat(out.resolve("early").resolve("incidents.ndjson"))
        .content()
        .contains("Your pattern early has matched")
        .doesNotContain("Your pattern applied has matched");
    JsonNode told = new ObjectMapper().readTree(Files.readString(out.resolve("backtest.json")));
    assertThat(told.path("candidates"))
        .extracting(one -> one.path("name").asText())
        .containsExactly("live", "early");
  }

  private static int diff(LocalBroker broker, Path patterns, Path out) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("groundswell.yaml"),
            "kafka: {brokers: '%s'}\ncatalogue: %s\n"
                .formatted(
                    broker.address(),
                    Path.of(ShippedExample.file("catalogue.yaml")).toAbsolutePath()));
    return CommandLines.run(
        "apply",
        "patterns",
        patterns.toString(),
        "--diff",
        "--warehouse",
        folder.resolve("warehouse").toString(),
        "--config",
        config.toString(),
        "--out",
        out.toString());
  }

  private static int backtest(Path out, Path... candidates) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "backtest",
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--catalogue",
                ShippedExample.file("catalogue.yaml"),
                "--out",
                out.toString(),
                "--try"));
    Stream.of(candidates).map(Path::toString).forEach(arguments::add);
    return CommandLines.run(arguments.toArray(String[]::new));
  }
}
