package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real job against a truth, from the command to the figures. */
class EvaluateIT {
  private static final Path EXAMPLE = Path.of("../../deploy/local/example");
  private static final String HEADER = "id,subjects,from,until,expect,note,official_at\n";
  private static final String TRUTH =
      HEADER
          + "CHECKOUT,harborshop/checkout,2026-03-06T13:20:00Z,2026-03-06T16:00:00Z,must,\"broke, <b>badly</b>\",2026-03-06T14:00:00Z\n"
          + "LOGIN,harborshop/login,2026-03-04T00:00:00Z,2026-03-05T00:00:00Z,never,calm,\n"
          + "LOST,harborshop@ZZ,2026-03-03T00:00:00Z,2026-03-04T00:00:00Z,must,never posted,\n";

  @TempDir Path folder;

  @Test
  void postsAreJudgedByTheTruth() throws IOException {
    Path out = folder.resolve("out");
    Console answer = Console.run(posts(write("truth.csv", TRUTH), out));

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("caught", "missed", "1 of 2 that must be told: 50 %", "opened 1 by the count")
        .contains("2 min after it began, 38 min before the official word");
    JsonNode figures = new ObjectMapper().readTree(out.resolve("evaluation.json").toFile());
    assertThat(figures.at("/recall/recall").asDouble()).isEqualTo(.5);
    assertThat(figures.at("/unexplained/alarms").asInt()).isZero();
    assertThat(figures.at("/unexplained/false_incidents").asInt()).isZero();
    assertThat(figures.at("/delay_after_onset_minutes/median").asDouble()).isEqualTo(2);
    assertThat(figures.at("/lead_over_official_minutes/median").asDouble()).isEqualTo(38);
    assertThat(figures.at("/incidents_per_cause/max").asInt()).isEqualTo(1);
    assertThat(figures.at("/openings_by_evidence/count").asInt()).isEqualTo(1);
    assertThat(figures.at("/openings/0/pattern").asText()).isEqualTo("sustained");
    assertThat(figures.at("/time_in_alert/share").asDouble()).isBetween(.01, .03);
    assertThat(figures.at("/rows/0/followed_subject").asText()).isEqualTo("harborshop/checkout");
    assertThat(figures.at("/rows/0/lead_over_official_minutes").asDouble()).isEqualTo(38);
    assertThat(Files.readAllLines(out.resolve("rows.csv")))
        .hasSize(4)
        .anyMatch(line -> line.contains(",2026-03-06T14:00:00Z,38,"));
    assertThat(Files.readAllLines(out.resolve("incidents.csv")))
        .hasSize(4)
        .anyMatch(line -> line.contains(",CHECKOUT,"));
    assertThat(out.resolve("report.html"))
        .content()
        .contains("<svg", "broke, &lt;b&gt;badly", "Lead over the official word", "38 min");
    assertThat(out.resolve("summary.json")).isNotEmptyFile();
    assertThat(out.resolve("incidents.ndjson")).isNotEmptyFile();
  }

  @Test
  void whatPeopleSayStandsBesideTheTruth() throws IOException {
    Path verdicts =
        write(
            "verdicts.ndjson",
            "{\"incident_id\":\"harborshop/checkout:20260306T132000Z\",\"verdict\":\"false\","
                + "\"by\":\"ann\",\"at\":\"2026-03-06T15:00:00Z\"}\n");
    List<String> arguments =
        new ArrayList<>(Arrays.asList(posts(write("truth.csv", TRUTH), folder.resolve("out"))));
    arguments.addAll(List.of("--verdicts", verdicts.toString()));

    Console answer = Console.run(arguments.toArray(String[]::new));

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains(
            "people say     0 real, 1 false, 0 duplicates of 1 incidents; precision by them 0 %")
        .contains(
            "harborshop/checkout:20260306T132000Z was called false by ann, but the truth has CHECKOUT");
  }

  @Test
  void countsAreJudgedByTheTruth() throws IOException {
    Path out = folder.resolve("out");
    String truth =
        HEADER
            + "BREAK,orders*,2026-03-04T00:00:00Z,2026-03-04T02:00:00Z,must,,\n"
            + "CALM,orders*,2026-03-02T00:00:00Z,2026-03-03T23:00:00Z,never,,\n";

    Console answer = Console.run(counts(write("counts.csv", surge()), write("t.csv", truth), out));

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).isEmpty();
    JsonNode figures = new ObjectMapper().readTree(out.resolve("evaluation.json").toFile());
    assertThat(figures.at("/input/source").asText()).isEqualTo("counts");
    assertThat(figures.at("/recall/recall").asDouble()).isEqualTo(1);
    assertThat(figures.at("/unexplained/alarms").asInt()).isZero();
    assertThat(figures.at("/delay_after_onset_minutes/median").asDouble()).isEqualTo(1);
    assertThat(out.resolve("scored.csv")).content().contains("opened");
    assertThat(out.resolve("report.html")).content().contains("<svg", "orders,eu");
  }

  /** Two calm days of a key that needs quotes, and then an hour of ten times as much; unsorted. */
  private static String surge() {
    List<String> rows = new ArrayList<>();
    Instant begin = Instant.parse("2026-03-02T00:00:00Z");
    for (int i = 0; i < 2_940; i++) {
      int count = i < 2_880 ? 10 + i % 3 : 100;
      rows.add(0, "\"orders,eu\",%s,%d".formatted(begin.plusSeconds(60L * i), count));
    }
    return "key,bucket_start,count\n" + String.join("\n", rows) + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--out o | nothing to evaluate: give --posts or --counts with a --truth, or --study",
        "--counts C --bucket 1m --out o | --truth is missing",
        "--truth T --out o | --posts and --counts are both missing",
        "--truth T --posts P --counts C --out o | do not go together",
        "--truth T --posts P --out o | needs --catalogue",
        "--truth T --posts P --catalogue K --bucket 1m --out o | --bucket goes with --counts",
        "--truth T --counts C --out o | needs --bucket",
        "--truth T --counts C --bucket 1m --catalogue K --out o | go with --posts",
        "--truth T --counts C --bucket 1m --as-of 2026-01-01T00:00:00Z --out o | go with --posts",
        "--truth T --counts C --bucket 7m --out o | dividing an hour",
        "--truth T --counts C --bucket -5m --out o | no duration",
        "--truth T --counts C --bucket 99999999999m --out o | no duration",
        "--truth T --counts C --bucket 0m --out o | dividing an hour",
        "--truth T --counts none.csv --bucket 1m --out o | no file to read",
        "--truth none.csv --counts C --bucket 1m --out o | --truth: there is no file",
        "--truth - --counts - --bucket 1m --out o | read once",
        "--truth T --posts none.ndjson --catalogue K --out o | no file to read",
        "--truth T --counts C --bucket 1m | --out is missing",
      })
  void badUsageIsOneLine(String line, String part) throws IOException {
    Path truth = write("truth.csv", TRUTH);
    Path counts = write("counts.csv", "key,bucket_start,count\na,2026-01-05T00:00:00Z,1\n");
    String[] arguments =
        Arrays.stream(("evaluate " + line.strip()).split(" ", -1))
            .map(argument -> "T".equals(argument) ? truth.toString() : argument)
            .map(argument -> "C".equals(argument) ? counts.toString() : argument)
            .map(argument -> "o".equals(argument) ? folder.resolve("o").toString() : argument)
            .map(argument -> "K".equals(argument) ? EXAMPLE + "/catalogue.yaml" : argument)
            .toArray(String[]::new);

    refused(Console.run(arguments), part.strip());
    assertThat(folder.resolve("o")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,2026-01-05T00:00:00Z,-1 | counts.csv:2: count '-1' is not a whole number",
        "a,2026-01-05T00:00:00Z,NaN | counts.csv:2: count 'NaN' is not a whole number",
        "a,2026-01-05T00:00:00Z,1.5 | counts.csv:2: count '1.5' is not a whole number",
        "a,2026-01-05T00:00:00Z,1;a,2026-01-05T00:00:00Z,1 | counts.csv:3: the bucket",
        "a,2026-01-05T00:00:00Z,1;a,2026-01-05T00:00:30Z,1 | counts.csv:3: bucket_start",
        "\"a;b\",2026-01-05T00:00:00Z,\"1;\" | counts.csv:2: count '1 ' is not a whole number",
        "a,\"yester;day\",1 | counts.csv:2: bucket_start 'yester day' is no RFC 3339 time",
      })
  void badCountsAreOneLine(String rows, String part) throws IOException {
    Path counts =
        write("counts.csv", "key,bucket_start,count\n" + rows.strip().replace(';', '\n') + "\n");
    Path out = folder.resolve("out");

    refused(Console.run(counts(counts, write("truth.csv", TRUTH), out)), part.strip());
    assertThat(out).doesNotExist();
    refused(
        Console.run(
            "score", "--counts", counts.toString(), "--bucket", "1m", "--out", out.toString()),
        part.strip());
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key,bucket_start,count,colour | no use for a column 'colour'",
        "key,count | 'bucket_start' is missing",
        "key,bucket_start,count,count | 'count' is there twice",
      })
  void otherColumnsOfCountsAreOneLine(String header, String part) throws IOException {
    Path counts = write("counts.csv", header.strip() + "\n");
    Path out = folder.resolve("out");

    refused(Console.run(counts(counts, write("truth.csv", TRUTH), out)), part.strip());
  }

  @Test
  void aBadTruthIsOneLineBeforeTheJobRuns() throws IOException {
    Path out = folder.resolve("out");
    Path truth = write("truth.csv", TRUTH.replace(",must,", ",\"mu\nst\","));
    refused(Console.run(posts(truth, out)), "truth.csv:2: expect 'mu st' is not known");
    assertThat(out).doesNotExist();
  }

  @Test
  void theFolderIsReplacedOnlyOnDemand() throws IOException {
    Path counts = write("counts.csv", surge());
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("report.html"), "old");
    List<String> arguments =
        new ArrayList<>(List.of(counts(counts, write("truth.csv", TRUTH), out)));

    refused(Console.run(arguments.toArray(String[]::new)), "not empty");
    arguments.add("--force");
    assertThat(Console.run(arguments.toArray(String[]::new)).code()).isZero();
    assertThat(out.resolve("report.html")).content().contains("outside the input");
  }

  private static void refused(Console answer, String part) {
    assertThat(answer.errLines()).as(answer.err()).hasSize(1);
    assertThat(answer.err()).contains(part);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
  }

  private static String[] posts(Path truth, Path out) {
    String columns = "id=ticket,created_at=when,text=body,author.id=who,geo.country=country";
    return new String[] {
      "evaluate",
      "--posts",
      EXAMPLE + "/posts.csv.gz",
      "--format",
      "csv",
      "--columns",
      columns,
      "--catalogue",
      EXAMPLE + "/catalogue.yaml",
      "--truth",
      truth.toString(),
      "--out",
      out.toString()
    };
  }

  private static String[] counts(Path counts, Path truth, Path out) {
    return new String[] {
      "evaluate",
      "--counts",
      counts.toString(),
      "--bucket",
      "1m",
      "--truth",
      truth.toString(),
      "--out",
      out.toString()
    };
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
