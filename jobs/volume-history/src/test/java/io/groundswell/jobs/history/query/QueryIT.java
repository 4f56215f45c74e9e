package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask, and how it is answered. */
@SuppressWarnings("NullAway.Init")
class QueryIT {
  @TempDir private static Path folder;
  private static Path warehouse;

  @BeforeAll
  static void load() throws IOException {
    warehouse = SmallReport.story().load(folder);
  }

  @Test
  void noSumOverComplaintsCountsOneTwice() {
    assertThat(rows("SELECT count(*) FROM complaints")).containsExactly("18");
    assertThat(rows("SELECT product, count(*) FROM complaints GROUP BY 1 ORDER BY 1"))
        .containsExactly("bank,5", "shop,13");
    assertThat(rows("SELECT region, count(*) FROM complaints GROUP BY 1 ORDER BY 1"))
        .containsExactly("DE,6", "IT,7", ",5");
    assertThat(rows("SELECT product, products FROM complaints WHERE len(products) > 1"))
        .containsExactly("shop,shop;bank");
  }

  @Test
  void volumesAndComplaintsAgree() {
    String counted = "SELECT sum(complaints) FROM %s WHERE scope = 'product'";
    String named = "SELECT sum(len(products)) FROM complaints";
    assertThat(rows(counted.formatted("complaints_per_minute"))).isEqualTo(rows(named));
    assertThat(rows(counted.formatted("complaints_per_hour"))).isEqualTo(rows(named));
    assertThat(rows(counted.formatted("complaints_per_day"))).isEqualTo(rows(named));
    assertThat(rows("SELECT sum(complaints) FROM top_products")).isEqualTo(rows(named));
  }

  @Test
  void aDayIsTheZonesDay() {
    String days =
        "SELECT day, complaints FROM complaints_per_day WHERE subject = '%s' ORDER BY day";
    assertThat(rows(days.formatted("shop")))
        .containsExactly("2026-03-27,4", "2026-03-28,2", "2026-03-29,7");
    assertThat(rows(days.formatted("shop"), "--tz", "Europe/Berlin"))
        .containsExactly("2026-03-27,4", "2026-03-28,1", "2026-03-29,8");
    // The day on which clocks go forward ends at 22:00 in UTC.
    assertThat(rows(days.formatted("bank"), "--tz", "Europe/Berlin"))
        .containsExactly("2026-03-27,4", "2026-03-29,1", "2026-03-30,1");
    assertThat(
            rows(
                "SELECT sum(complaints) FROM complaints_per_day"
                    + " WHERE scope = 'product' AND day = '2026-03-29'",
                "--tz",
                "Europe/Berlin"))
        .containsExactly("9");
  }

  @Test
  void topListsRankWithinADay() {
    assertThat(
            rows(
                "SELECT product, complaints, round(share, 2), rank FROM top_products"
                    + " WHERE day = '2026-03-29' ORDER BY rank"))
        .containsExactly("shop,7,0.78,1", "bank,2,0.22,2");
    assertThat(rows("SELECT region FROM top_regions WHERE day = '2026-03-29' AND rank = 1"))
        .containsExactly("IT");
  }

  @Test
  void anIncidentIsOneRowAndItsUpdatesAreMany() {
    assertThat(
            rows(
                "SELECT status, severity, highest_severity, updates, posts, first_detected_at"
                    + " FROM incidents"))
        .containsExactly("resolved,SEV3,SEV2,3,6,2026-03-29T13:24:00Z");
    assertThat(rows("SELECT sequence, status FROM incident_updates ORDER BY 1"))
        .containsExactly("1,opened", "2,escalated", "3,resolved");
    assertThat(rows("SELECT status, seconds FROM lead_ledger")).containsExactly("ahead,1800");
    assertThat(rows("SELECT count(*) FROM raw.lead_ledger")).containsExactly("2");
    assertThat(rows("SELECT subject, event FROM contact_volumes")).containsExactly("shop,opened");
  }

  @Test
  void anIncidentIsOverUntilItIsReopened() throws IOException {
    Path endings = SmallReport.endings().load(Files.createDirectory(folder.resolve("endings")));
    assertThat(
            Asked.rows(
                endings,
                "SELECT incident_id, status, resolved_at, minutes FROM incidents ORDER BY minutes, 1"))
        .containsExactly(
            "answered,acknowledged,2026-03-29T14:10:00Z,50",
            "over,resolved,2026-03-29T14:10:00Z,50",
            "again,reopened,,120");
  }

  @Test
  void whatWasSeenStandsBesideWhatWasExpected() {
    assertThat(
            rows(
                "SELECT hour, observed, expected, ratio, highest_evidence, worst_level"
                    + " FROM baseline_vs_observed WHERE subject = 'shop/checkout'"))
        .containsExactly("2026-03-29T13:00:00Z,6,1.5,4.0,1.0,elevated");
  }

  @Test
  void peopleGetATableAndSeeHowItWent() {
    Asked asked =
        Asked.of(
            warehouse,
            "SELECT day, sum(complaints) AS complaints, min(product) AS first_of"
                + " FROM top_products GROUP BY day ORDER BY day DESC");
    assertThat(asked.out())
        .isEqualTo(
            """
            day         complaints  first_of
            ──────────  ──────────  ────────
            2026-03-29           9  bank
            2026-03-28           2  shop
            2026-03-27           8  bank

            complaints  ▇▃█  2 to 9
            2026-03-27 to 2026-03-29, row by row

            (3 rows)
            """);
    assertThat(
            Asked.of(
                    warehouse,
                    "SELECT product, list(complaints ORDER BY day) AS course FROM top_products"
                        + " GROUP BY product ORDER BY product")
                .out())
        .contains("bank     █▅", "shop     ▅▃█");
  }

  @Test
  void manyRowsAreCutForPeopleAndForNobodyElse() {
    String many = "SELECT range AS n FROM range(1234)";
    assertThat(Asked.of(warehouse, many).out())
        .contains("(the first 200 of 1,234 rows; --format csv or json writes all)");
    assertThat(rows(many)).hasSize(1234);
  }

  @Test
  void whatPeopleWroteMovesNoCursor() {
    String sql = "SELECT text FROM complaints WHERE len(products) > 1";
    assertThat(Asked.of(warehouse, sql).out())
        .contains("the shop's bank [31m \"declines\", again")
        .doesNotContain("\u001b");
    assertThat(Asked.of(warehouse, "--format", "csv", sql).out())
        .isEqualTo("text\r\n\"the shop's\nbank\u001b[31m \"\"declines\"\", again\"\r\n");
  }

  @Test
  void machinesGetJson() throws Exception {
    JsonNode row =
        new ObjectMapper()
            .readTree(
                Asked.of(
                        warehouse,
                        "--format",
                        "json",
                        "--tz",
                        "Europe/Berlin",
                        "SELECT products, counted_at, probability, late, withdrawn, url, 5::HUGEINT h,"
                            + " {a: [1]} AS nested, DATE '2026-03-29' AS day, 'nan'::DOUBLE AS nan"
                            + " FROM complaints WHERE len(products) > 1")
                    .out());
    assertThat(row)
        .hasToString(
            "{\"products\":[\"shop\",\"bank\"],\"counted_at\":\"2026-03-29T21:59:00Z\","
                + "\"probability\":0.9,\"late\":false,\"withdrawn\":false,\"url\":null,\"h\":5,"
                + "\"nested\":{\"a\":[1]},\"day\":\"2026-03-29\",\"nan\":null}");
  }

  @Test
  void machinesGetParquetAndNothingIsReplacedUnasked() {
    Path out = folder.resolve("days.parquet");
    String sql = "SELECT day, complaints FROM top_products WHERE product = 'shop'; -- all";
    String[] arguments = {"--format", "parquet", "--out", out.toString(), sql};
    assertThat(Asked.of(warehouse, arguments).err()).isEmpty();
    assertThat(out).isNotEmptyFile();
    Asked again = Asked.of(warehouse, arguments);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("days.parquet is there; name another file, or add --force");
    assertThat(
            Asked.of(
                    warehouse,
                    "--force",
                    "--format",
                    "parquet",
                    "--out",
                    out.toString(),
                    "SELECT 1")
                .exit())
        .isZero();
    assertThat(Asked.of(warehouse, "--format", "parquet", "SELECT 1").err()).contains("--out");
  }

  @Test
  void sqlComesFromAFileOrFromStandardInput() throws Exception {
    Path file = Files.writeString(folder.resolve("q.sql"), "-- all\nSELECT 41 + 1 AS n;\n");
    assertThat(Asked.of(warehouse, "--format", "csv", "--file", file.toString()).out())
        .isEqualTo("n\r\n42\r\n");
    InputStream in = System.in;
    System.setIn(new ByteArrayInputStream("FROM range(2)".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(Asked.of(warehouse, "--format", "csv", "-").out())
          .isEqualTo("range\r\n0\r\n1\r\n");
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void everyColumnOfEveryViewHasAMeaning() {
    Asked asked = Asked.of(warehouse, "--views");
    assertThat(asked.exit()).isZero();
    assertThat(asked.out()).contains("complaints: one row per complaint");
    assertThat(asked.out().lines().filter(line -> line.startsWith("  ")).map(String::strip))
        .allSatisfy(line -> assertThat(line.split(" +", 3)).hasSize(3));
    assertThat(Asked.of(warehouse).out()).isEqualTo(asked.out());
    assertThat(Views.all())
        .extracting(Views.View::grain)
        .allSatisfy(grain -> assertThat(grain).startsWith("one row per "));
  }

  private static List<String> rows(String sql, String... more) {
    return Asked.rows(warehouse, sql, more);
  }
}
