package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Recount;
import io.groundswell.jobs.surge.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lead ledger of nine days, from the command to the files: it is what anybody counts who has
 * the other files. Support is open from eight to eight, and begins each day with a rush.
 */
class LeadLedgerIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant FIRST_DAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final int DAYS = 9;
  private static final String CATALOGUE =
      """
      products:
        - {id: acme, name: Acme, aliases: [acme], handles: ["@acme"]}
        - {id: beta, name: Beta, aliases: [beta], handles: ["@beta"]}
      """;

  @TempDir static Path folder;
  private static Scenario scenario;
  private static Path out;
  private static Console answer;

  @BeforeAll
  static void detect() throws IOException {
    scenario = nineDays();
    out = folder.resolve("out");
    Path catalogue = Files.writeString(folder.resolve("catalogue.yaml"), CATALOGUE);
    Path contacts = Files.write(folder.resolve("contacts.ndjson"), scenario.contacts());
    answer =
        Console.run(
            "detect",
            "--posts",
            scenario.shuffled(folder, 1).get(0),
            "--catalogue",
            catalogue.toString(),
            "--contacts",
            contacts.toString(),
            "--simulated-contacts",
            "--out",
            out.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
  }

  /**
   * On four mornings and afternoons Acme fails in Italy: before support opens, and nobody calls
   * more than usual; before it opens, and many do; when many have called already; and while others
   * call about Beta.
   */
  private static Scenario nineDays() {
    Scenario story = Scenario.of(5).calm("acme", Duration.ofDays(5), 30);
    for (int day = 6; day <= DAYS; day++) {
      boolean early = day <= 7;
      Duration before = early ? Duration.ofMinutes(390) : Duration.ofHours(14);
      Duration length = early ? Duration.ofMinutes(150) : Duration.ofHours(1);
      story
          .calm("acme", before, 30)
          .surge("acme", "", "IT", length, 300)
          .calm("acme", Duration.ofDays(1).minus(before).minus(length), 30);
    }
    for (int day = 1; day <= DAYS; day++) {
      story
          .calls("acme", "", at(day, 8, 0), Duration.ofHours(12), 12)
          .calls("acme", "", at(day, 8, 0), Duration.ofMinutes(30), 24)
          .calls("beta", "", at(day, 8, 0), Duration.ofHours(12), 6);
    }
    return story
        .calls("acme", "IT", at(7, 8, 0), Duration.ofMinutes(90), 150)
        .calls("acme", "IT", at(8, 13, 40), Duration.ofHours(1), 150)
        .calls("beta", "", at(9, 14, 15), Duration.ofHours(1), 150);
  }

  private static Instant at(int day, int hour, int minute) {
    return FIRST_DAY
        .plus(Duration.ofDays(day - 1))
        .plus(Duration.ofMinutes(Duration.ofHours(hour).toMinutes() + minute));
  }

  @Test
  void theLedgerIsWhatOthersCount() throws IOException {
    assertThat(recounted()).hasSizeGreaterThan(6).isEqualTo(ledger());
  }

  @Test
  void theSummaryIsWhatTheLedgerAddsUpTo() throws IOException {
    List<Map<String, String>> incidents = rows("incident");
    List<Map<String, String>> surges = rows("queue");
    long[] leads =
        incidents.stream()
            .map(row -> row.get("seconds"))
            .filter(seconds -> !seconds.equals("null"))
            .mapToLong(Long::parseLong)
            .sorted()
            .toArray();
    long after = incidents.stream().mapToLong(r -> Long.parseLong(r.get("contacts_after"))).sum();
    Map<String, Object> expected = new TreeMap<>();
    expected.put("incidents", incidents.size());
    expected.put("ahead", count(incidents, "ahead"));
    expected.put("behind", count(incidents, "behind"));
    expected.put("no_support_surge", count(incidents, "no-support-surge"));
    expected.put("unknown", count(incidents, "unknown"));
    expected.put("median_lead_seconds", Math.floorDiv(leads[0] + leads[1], 2));
    expected.put("queue_surges", surges.size());
    expected.put("warned", count(surges, "warned"));
    expected.put("misses", count(surges, "told-later") + count(surges, "unwarned"));
    expected.put("told_later", count(surges, "told-later"));
    expected.put("false_alarms", count(incidents, "no-support-surge"));
    expected.put("contacts", scenario.contacts().size());
    expected.put("contacts_after_detection", after);
    expected.put(
        "share_after_detection", Math.round(1e4 * after / scenario.contacts().size()) / 1e4);
    expected.put("avoidable_share_thought", .2);
    expected.put("simulated", true);

    assertThat(leads).hasSize(2);
    assertThat(after).isPositive();
    assertThat(JSON.readTree(out.resolve("summary.json").toFile()).get("lead"))
        .isEqualTo(JSON.readTree(JSON.writeValueAsString(expected)));
  }

  @Test
  void supportThatOpensAsEachDayHasNoSurge() throws IOException {
    assertThat(on(6, "incident")).containsExactly("acme@IT no-support-surge null");
    assertThat(on(6, "queue")).isEmpty();
    // On the first day there is no other to compare the rush with.
    assertThat(rows("queue"))
        .extracting(row -> Instant.parse(row.get("onset_at")))
        .noneMatch(onset -> onset.isAfter(at(2, 0, 0)) && onset.isBefore(at(7, 0, 0)));
  }

  @Test
  void aFaultAtNightIsAheadOfCallsInTheMorning() throws IOException {
    assertThat(on(7, "incident"))
        .singleElement()
        .satisfies(row -> assertThat(row).matches("acme@IT ahead 5[0-9]{3}"));
    assertThat(on(7, "queue")).containsExactly("acme warned");
  }

  @Test
  void contactsThatSurgeFirstWereToldLater() throws IOException {
    assertThat(on(8, "incident"))
        .singleElement()
        .satisfies(row -> assertThat(row).matches("acme@IT behind -1[0-9]{3}"));
    assertThat(on(8, "queue")).containsExactly("acme told-later");
  }

  @Test
  void contactsInAnotherProductAreNoLead() throws IOException {
    assertThat(on(9, "incident")).containsExactly("acme@IT no-support-surge null");
    assertThat(on(9, "queue")).containsExactly("beta unwarned");
  }

  @Test
  void whatIsSimulatedIsSaidToBe() throws IOException {
    assertThat(Files.readAllLines(out.resolve(Detection.LEADS)))
        .allMatch(line -> line.contains("\"simulated\":true"));
    assertThat(updates()).allMatch(update -> update.at("/lead/simulated").asBoolean());
    assertThat(updates())
        .extracting(update -> update.get("explanation").asText())
        .noneMatch(text -> text.contains("The support queue"))
        .anyMatch(text -> text.contains("The simulated support queue began to surge"));
    assertThat(answer.out())
        .contains("against the simulated support queue:", "of 4 incidents: 1 before it, 1 behind");
  }

  @Test
  void oneThatIsNotGivenCannotBeSimulated() {
    String catalogue = folder.resolve("catalogue.yaml").toString();
    String posts = folder.resolve("contacts.ndjson").toString();
    String unused = folder.resolve("unused").toString();
    Console refused =
        Console.run(
            "detect",
            "--posts",
            posts,
            "--catalogue",
            catalogue,
            "--simulated-contacts",
            "--out",
            unused);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.errLines()).singleElement().asString().contains("needs --contacts");
  }

  private static List<String> on(int day, String kind) throws IOException {
    String time = kind.equals("queue") ? "onset_at" : "detected_at";
    String date = at(day, 0, 0).toString().substring(0, 10);
    return rows(kind).stream()
        .filter(row -> row.get(time).startsWith(date))
        .map(
            row ->
                kind.equals("queue")
                    ? row.get("cause") + " " + row.get("status")
                    : row.get("subject") + " " + row.get("status") + " " + row.get("seconds"))
        .toList();
  }

  private static List<Map<String, String>> rows(String kind) throws IOException {
    return recounted().values().stream().filter(row -> row.get("row").equals(kind)).toList();
  }

  private static long count(List<Map<String, String>> rows, String status) {
    return rows.stream().filter(row -> row.get("status").equals(status)).count();
  }

  private static Map<String, Map<String, String>> ledger() throws IOException {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (JsonNode row : objects(out.resolve(Detection.LEADS))) {
      rows.put(row.get("key").asText(), Recount.row(row));
    }
    return rows;
  }

  private static Map<String, Map<String, String>> recounted() throws IOException {
    try (Stream<String> lines = Files.lines(out.resolve(Detection.CONTACTS))) {
      return Recount.of(updates(), lines.skip(1).map(Recount.Bucket::ofLine).toList());
    }
  }

  private static List<JsonNode> updates() throws IOException {
    return objects(out.resolve(Detection.INCIDENTS));
  }

  private static List<JsonNode> objects(Path file) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      objects.add(JSON.readTree(line));
    }
    return objects;
  }
}
