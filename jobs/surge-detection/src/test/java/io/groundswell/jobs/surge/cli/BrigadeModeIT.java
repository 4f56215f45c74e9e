package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real job against brigades: scripted accounts open nothing, people do. */
class BrigadeModeIT {
  private static final int ENOUGH_PEOPLE = 35;

  @TempDir Path folder;

  @Test
  void ofScriptedAccountsItTakesMoreThanOfPeople() throws IOException {
    Path out = folder.resolve("out");
    Console answer = Console.run("evaluate", "--brigade", "--quick", "--out", out.toString());

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("20 brigades of fewer than 25 authors, paraphrases aside, opened nothing.")
        .contains("shuffled", "paraphrase", "people");
    JsonNode figures = new ObjectMapper().readTree(out.resolve("brigades.json").toFile());
    assertThat(figures.at("/opened_below_25").asInt()).isZero();
    assertThat(figures.at("/opened_by_chance").asInt()).isZero();
    assertThat(shares(figures, "people")).hasSize(4).containsOnly(1.);
    figures
        .at("/outages_inside_brigades")
        .forEach(
            outage ->
                assertThat(outage.get("opened").asInt())
                    .as(outage.toString())
                    .isEqualTo(outage.get("trials").asInt()));
    assertThat(Files.readAllLines(out.resolve("trials.csv")))
        .hasSize(1 + 69)
        .anyMatch(line -> line.matches("p\\d+,people,,0,35,60,1,2026-01-13T11:\\d\\d:00Z,2026.*"));
    assertThat(out.resolve("report.html")).content().contains("<svg", "How it is measured");
  }

  /** In which share of trials so many people opened an incident, at each size that is enough. */
  private static List<Double> shares(JsonNode figures, String who) {
    List<Double> shares = new ArrayList<>();
    for (JsonNode row : figures.at("/curves")) {
      for (JsonNode size : row.get("sizes")) {
        if (row.get("who").asText().equals(who) && size.get("authors").asInt() >= ENOUGH_PEOPLE) {
          shares.add(size.get("opened").asDouble());
        }
      }
    }
    return shares;
  }
}
