package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what they are answered. */
class CommandLinesIT {
  private static final String POST =
      "{\"id\":\"1\",\"source\":\"x\",\"created_at\":\"2026-03-02T05:00:00Z\",\"text\":\"@acme is down again, cannot log in at all\",\"lang\":\"en\",\"geo\":{\"country\":\"IT\"}}";
  private static final String CATALOGUE =
      "products:\n  - {id: acme, name: Acme, aliases: [acme], handles: ['@acme']}\n";

  @TempDir Path folder;

  @Test
  void bareSaysWhatItIsAndWhatToTry() {
    Console answer = Console.run();
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("Early warning", "groundswell demo", "detect", "triage", "score", "Try:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"detect", "triage", "score", "evaluate"})
  void everyCommandHasHelpWithAnExample(String command) {
    Console answer = Console.run(command, "--help");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).containsPattern("Examples?:").contains("--out");
  }

  @Test
  void evaluateHasAHeadingForEachMode() {
    assertThat(Console.run("evaluate", "--help").out())
        .containsSubsequence(
            "--out",
            "On your posts or counts",
            "--truth",
            "--policy",
            "--parallelism",
            "On generated streams:",
            "--study",
            "--quick");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "score --counts a --bucket 1m --out b --nonsense | Unknown option",
        "detect | Missing required option",
        "frobnicate | Unmatched argument",
        "score --counts none.csv --bucket 5m --out x.csv | no file to read",
        "score --counts none.csv --bucket 7m --out x.csv | dividing an hour",
        "score --counts none.csv --bucket soon --out x.csv | no duration",
        "triage --posts none.ndjson --out x | no file to read",
        "triage --posts pom.xml --out - --format blusky | --format: 'blusky' is not known; did you mean 'bluesky'?",
        "triage --posts pom.xml --out - --format POST | known are bluesky, csv, mastodon, post, reddit, x",
        "triage --posts pom.xml --out - --format x --columns id=a | --columns goes with --format csv",
      })
  void badUsageIsOneLine(String line, String part) {
    Console answer = Console.run(line.strip().split(" ", -1));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines()).hasSize(1);
    assertThat(answer.err()).contains(part.strip());
  }

  @Test
  void aMistakeInTheCatalogueIsSaidWithItsLine() throws IOException {
    Path catalogue = write("c.yaml", "products:\n  - {id: acme, alias: [acme]}\n");
    Console answer =
        Console.run(
            "detect",
            "--posts",
            write("p.ndjson", POST).toString(),
            "--catalogue",
            catalogue.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines()).hasSize(1);
    assertThat(answer.err()).contains("c.yaml:2").contains("'alias'").contains("aliases");
  }

  @Test
  void resultsAreReplacedOnlyOnDemand() throws IOException {
    String out = folder.resolve("out").toString();
    String posts = write("p.ndjson", POST + "\nno json\n").toString();
    String catalogue = write("c.yaml", CATALOGUE).toString();
    String[] once = {"detect", "--posts", posts, "--catalog", catalogue, "--out", out};
    String[] forced = {"detect", "--posts", posts, "--catalog", catalogue, "--out", out, "--force"};

    assertThat(Console.run(once).code()).isZero();
    assertThat(Console.run(once).err()).contains("not empty").contains("--force");
    assertThat(Console.run(forced).code()).isZero();
    JsonNode summary = new ObjectMapper().readTree(Path.of(out, "summary.json").toFile());
    assertThat(summary.get("posts_read").asInt()).isEqualTo(2);
    assertThat(summary.get("complaints").asInt()).isEqualTo(1);
    assertThat(summary.get("dead_letters").asInt()).isEqualTo(1);
    assertThat(Path.of(out, "dead-letters.ndjson")).content().contains("p.ndjson:2");
  }

  @Test
  void triageSaysWhatAPostIsAbout() throws IOException {
    Path out = folder.resolve("judged.ndjson");
    String posts = write("p.ndjson", POST).toString();
    String catalogue = write("c.yaml", CATALOGUE).toString();

    Console answer =
        Console.run("triage", "--posts", posts, "--catalogue", catalogue, "--out", out.toString());

    assertThat(answer.code()).isZero();
    JsonNode judged = new ObjectMapper().readTree(out.toFile());
    assertThat(judged.get("id").asText()).isEqualTo("1");
    assertThat(judged.get("complaint").asDouble()).isBetween(.5, 1.0);
    assertThat(judged.get("is_complaint").asBoolean()).isTrue();
    assertThat(judged.get("products").get(0).asText()).isEqualTo("acme");
    assertThat(judged.get("regions").get(0).asText()).isEqualTo("IT");
    assertThat(judged.get("lang").asText()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,2026-01-05T00:00:00Z,-1 | counts.csv:2 | whole number",
        "a,2026-01-05T00:00:00Z,NaN | counts.csv:2 | whole number",
        "a,yesterday,1 | counts.csv:2 | RFC 3339",
        "a,2026-01-05T00:00:00Z | counts.csv:2 | 2 cells",
        "a,2026-01-05T00:00:00Z,1;a,2026-01-05T00:00:00Z,2 | counts.csv:3 | there already",
        "a,2026-01-05T00:00:00Z,1;a,2026-01-05T00:01:30Z,2 | counts.csv:3 | whole buckets",
      })
  void badCountsAreRefusedWithTheirLine(String rows, String where, String what) throws IOException {
    Console answer = score("key,bucket_start,count\n" + rows.strip().replace(';', '\n') + "\n");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.errLines()).hasSize(1);
    assertThat(answer.err()).contains(where.strip(), what.strip());
  }

  @Test
  void unknownAndMissingColumnsOfCountsAreRefused() throws IOException {
    assertThat(score("key,bucket_start,count,colour\n").err()).contains("'colour'");
    assertThat(score("key,count\n").err()).contains("'bucket_start' is missing");
    assertThat(score("").err()).contains("is empty");
    assertThat(score("key,bucket_start,count\n").err()).contains("no rows");
  }

  @Test
  void countsMayBeUnsorted() throws IOException {
    List<String> rows =
        List.of(
            "a,2026-01-05T00:00:00Z,3",
            "\"b,c\",2026-01-05T00:01:00Z,2",
            "a,2026-01-05T00:02:00Z,4");
    String sorted = "key,bucket_start,count\n" + String.join("\n", rows);
    String unsorted =
        "count,key,bucket_start\n"
            + "4,a,2026-01-05T00:02:00Z\n2,\"b,c\",2026-01-05T00:01:00Z\n3,a,2026-01-05T00:00:00Z";

    assertThat(score(sorted).code()).isZero();
    String expected = Files.readString(folder.resolve("scored.csv"));
    assertThat(score(unsorted).code()).isZero();

    assertThat(folder.resolve("scored.csv")).hasContent(expected);
    assertThat(expected.lines()).hasSize(4).anyMatch(line -> line.startsWith("\"b,c\","));
  }

  private Console score(String counts) throws IOException {
    return Console.run(
        "score",
        "--counts",
        write("counts.csv", counts).toString(),
        "--bucket",
        "1m",
        "--out",
        folder.resolve("scored.csv").toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
