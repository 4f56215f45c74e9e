package io.groundswell.jobs.surge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts and mutes beside posts, from files to files. Acme fails at midnight. */
class AnswersIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 7;

  @TempDir Path folder;

  @Test
  void aMuteHoldsBackUntilItsEndAndDetectionGoesOn() throws Exception {
    List<JsonNode> quiet = updates(Scenario.outage(SEED), "quiet", 2);
    List<JsonNode> muted =
        updates(
            Scenario.outage(SEED)
                .mute(
                    "m",
                    "acme",
                    "2026-03-03T23:00:00Z",
                    "2026-03-04T00:20:30Z",
                    1000,
                    "2026-03-03T23:00:00Z"),
            "muted",
            2);

    assertThat(muted.get(0).at("/muted_by/id").asText()).isEqualTo("m");
    assertThat(muted.get(0).at("/muted_by/until").asText()).isEqualTo("2026-03-04T00:20:30Z");
    JsonNode ended =
        muted.stream().filter(one -> one.get("muted_by").isNull()).findFirst().orElseThrow();
    assertThat(ended.get("status").asText()).isEqualTo("updated");
    assertThat(ended.get("updated_at").asText()).isEqualTo("2026-03-04T00:21:00Z");
    assertThat(muted).hasSize(quiet.size() + 1);
    assertNumbered(muted);
    muted.remove(ended);
    assertThat(muted.stream().map(AnswersIT::figures))
        .isEqualTo(quiet.stream().map(AnswersIT::figures).toList());
  }

  @Test
  void aMuteThatIsEndedEarlyEndsThen() throws Exception {
    Scenario scenario =
        Scenario.outage(SEED)
            .mute(
                "m",
                "*",
                "2026-03-03T23:00:00Z",
                "2026-03-04T20:00:00Z",
                1000,
                "2026-03-03T23:00:00Z")
            .mute(
                "m",
                "*",
                "2026-03-03T23:00:00Z",
                "2026-03-04T00:12:00Z",
                1000,
                "2026-03-04T00:12:00Z");

    assertThat(updates(scenario, "out", 2))
        .filteredOn(update -> update.get("muted_by").isNull())
        .first()
        .satisfies(
            update ->
                assertThat(update.get("updated_at").asText()).isEqualTo("2026-03-04T00:13:00Z"));
  }

  @Test
  void aSurgeBeyondTheFactorIsPagedAllTheSame() throws Exception {
    Scenario scenario =
        Scenario.outage(SEED)
            .mute(
                "m",
                "acme",
                "2026-03-03T23:00:00Z",
                "2026-03-04T00:20:00Z",
                2,
                "2026-03-03T23:00:00Z");

    assertThat(updates(scenario, "out", 2))
        .isNotEmpty()
        .allSatisfy( // Five people are expected at least.
            update ->
                assertThat(update.get("muted_by").isNull())
                    .isEqualTo(update.get("observed").asInt() >= 10));
  }

  @Test
  void anAcknowledgementAndAVerdictAreTold() throws Exception {
    List<JsonNode> quiet = updates(Scenario.outage(SEED), "quiet", 2);
    String id = quiet.get(0).get("incident_id").asText();
    Scenario scenario =
        Scenario.outage(SEED)
            .verdict(id, "acknowledged", "ann", "2026-03-04T00:10:30Z")
            .verdict(id, "acknowledged", "bob", "2026-03-04T00:11:30Z")
            .verdict(id, "real", "ann", "2026-03-04T00:30:10Z")
            .verdict("beta:20260304T000000Z", "real", "ann", "2026-03-04T00:31:00Z");
    Runs run = run(scenario, "out", 2, Policy.defaults());
    List<JsonNode> updates = updates(run);

    JsonNode taken = only(updates, "acknowledged");
    assertThat(taken.get("updated_at").asText()).isEqualTo("2026-03-04T00:11:00Z");
    assertThat(taken.get("acknowledged_by").asText()).isEqualTo("ann");
    assertThat(updates.get(updates.size() - 1).at("/verdict/verdict").asText()).isEqualTo("real");
    assertThat(updates).hasSize(quiet.size() + 2);
    assertNumbered(updates);
    assertThat(run.lines(Detection.DEAD_LETTERS))
        .singleElement()
        .asString()
        .contains("unknown-incident", "no incident 'beta:20260304T000000Z'", "verdicts.ndjson:4");
    assertThat(count(run, Input.VERDICTS, Outcome.VERDICTS)).isEqualTo(2);
    assertThat(count(run, Input.VERDICTS, Outcome.DUPLICATES)).isEqualTo(1);
    assertThat(count(run, Input.VERDICTS, Outcome.DEAD_LETTERS)).isEqualTo(1);
  }

  @Test
  void whatIsSaidDaysLaterMovesNoClock() throws Exception {
    List<JsonNode> quiet = updates(Scenario.outage(SEED), "quiet", 2);
    String id = quiet.get(0).get("incident_id").asText();
    Runs run =
        run(
            Scenario.outage(SEED).verdict(id, "false", "ann", "2026-03-09T10:00:00Z"),
            "out",
            2,
            Policy.defaults());

    assertThat(updates(run)).isEqualTo(quiet);
    assertThat(count(run, Input.VERDICTS, Outcome.VERDICTS)).isEqualTo(1);
  }

  @Test
  void neitherParallelismNorTheOrderOfLinesChangesAByte() throws Exception {
    String id = updates(Scenario.outage(SEED), "quiet", 2).get(0).get("incident_id").asText();
    Scenario scenario = answered(id);
    Runs first = run(scenario, "one", 1, Policy.defaults());
    Collections.reverse(scenario.verdicts());
    Collections.reverse(scenario.mutes());

    Runs second = run(scenario, "four", 4, Policy.defaults());

    assertThat(second.folder().resolve(Detection.INCIDENTS))
        .hasSameBinaryContentAs(first.folder().resolve(Detection.INCIDENTS));
    assertThat(second.folder().resolve(Detection.VOLUMES))
        .hasSameBinaryContentAs(first.folder().resolve(Detection.VOLUMES));
  }

  private static Scenario answered(String id) {
    return Scenario.outage(SEED)
        .verdict(id, "acknowledged", "ann", "2026-03-04T00:10:30Z")
        .verdict(id, "acknowledged", "bob", "2026-03-04T00:10:30Z")
        .verdict(id, "false", "bob", "2026-03-04T00:50:30Z")
        .verdict(id, "real", "ann", "2026-03-04T00:50:30Z")
        .mute(
            "m",
            "acme",
            "2026-03-03T23:00:00Z",
            "2026-03-04T01:20:30Z",
            1000,
            "2026-03-03T23:00:00Z")
        .mute(
            "m",
            "acme",
            "2026-03-03T23:00:00Z",
            "2026-03-04T00:20:30Z",
            1000,
            "2026-03-04T00:20:30Z")
        .mute(
            "n", "*", "2026-03-04T00:30:00Z", "2026-03-04T00:40:00Z", 1000, "2026-03-04T00:20:30Z");
  }

  private Runs run(Scenario scenario, String name, int parallelism, Policy policy)
      throws Exception {
    Path input = Files.createDirectories(folder.resolve("in"));
    return Runs.detect(scenario, input, folder.resolve(name), parallelism, policy);
  }

  private List<JsonNode> updates(Scenario scenario, String name, int parallelism) throws Exception {
    return updates(run(scenario, name, parallelism, Policy.defaults()));
  }

  private static List<JsonNode> updates(Runs run) throws Exception {
    List<JsonNode> updates = new ArrayList<>();
    for (String line : run.lines(Detection.INCIDENTS)) {
      updates.add(JSON.readTree(line));
    }
    assertThat(updates).isNotEmpty();
    return updates;
  }

  private static JsonNode only(List<JsonNode> updates, String status) {
    List<JsonNode> all =
        updates.stream().filter(one -> one.get("status").asText().equals(status)).toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static String figures(JsonNode update) {
    return "%s %s %s %s"
        .formatted(
            update.get("status").asText(),
            update.get("updated_at").asText(),
            update.get("observed"),
            update.get("evidence"));
  }

  private static void assertNumbered(List<JsonNode> updates) {
    assertThat(updates)
        .extracting(update -> update.get("sequence").asInt())
        .isEqualTo(IntStream.rangeClosed(1, updates.size()).boxed().toList());
  }

  private static long count(Runs run, Input input, Outcome outcome) {
    Long count = run.result().getAccumulatorResult(Ledger.counter(input, outcome));
    return count == null ? 0 : count;
  }
}
