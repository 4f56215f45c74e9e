package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.ShippedExample;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.HistoryTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an analyst asks of the example that is shipped, an invented shop's five days. As with the
 * airlines ({@link AirlineQuestionsIT}), the answers were counted over the file of posts, with what
 * {@code triage} says of each, and read off what {@code detect} wrote, not off what is answered.
 */
@SuppressWarnings("NullAway.Init")
class ExampleQuestionsIT {
  @TempDir private static Path folder;
  private static Path warehouse;

  @BeforeAll
  static void load() {
    ShippedExample.keep(folder);
    warehouse = folder.resolve("warehouse");
  }

  @ParameterizedTest
  @MethodSource({"days", "incidents"})
  void theAnswerIsTheOneWorkedOutByHand(Asking asking) {
    assertThat(asking.of(warehouse)).isEqualTo(asking.rows());
  }

  @Test
  void complaintsOfADayAreReadFromItsFilesAlone() throws Exception {
    String all = "SELECT * FROM complaints";
    assertThat(files(all)).hasSize(6);
    assertThat(files(all + " WHERE day = '2026-03-04'")).hasSize(1);
    // Which hours end with the day is not worked out: the next day's file is read in vain.
    assertThat(files(all + " WHERE hour >= '2026-03-04' AND hour < '2026-03-05'")).hasSize(2);
  }

  private static List<String> files(String sql) throws Exception {
    QueryLimits limits = new QueryLimits(ZoneId.of("UTC"), Duration.ofMinutes(1), 500, 1);
    HistoryQuery query = new HistoryQuery(WarehouseFolder.existing(warehouse), limits);
    return Objects.requireNonNull(query.plan(sql).get(HistoryTable.POSTS)).files();
  }

  static List<Asking> days() {
    String perDay = "SELECT day, count(*) FROM complaints GROUP BY day ORDER BY day";
    return List.of(
        Asking.of(
            "How many complaints came each day, in UTC?",
            perDay,
            "2026-03-02,408",
            "2026-03-03,374",
            "2026-03-04,357",
            "2026-03-05,357",
            "2026-03-06,571",
            "2026-03-07,1"),
        Asking.in(
            "Asia/Tokyo",
            "And each day of Tokyo?",
            perDay,
            "2026-03-02,229",
            "2026-03-03,378",
            "2026-03-04,358",
            "2026-03-05,379",
            "2026-03-06,575",
            "2026-03-07,149"),
        Asking.of(
            "How many people complain, and do the sums of volumes lack any complaint?",
            """
            SELECT count(*), count(DISTINCT author),
              (SELECT sum(complaints) FROM complaints_per_day WHERE subject = 'harborshop')
            FROM complaints""",
            "2068,2025,2067"),
        Asking.of(
            "What is complained about, and where most?",
            """
            SELECT component, count(*), mode(region) FROM complaints GROUP BY component
            ORDER BY 2 DESC""",
            "harborshop/checkout,698,IT",
            "harborshop/login,522,DE",
            "harborshop/app,455,DE",
            "harborshop/delivery,393,DE"),
        Asking.of(
            "What became of all that was read?",
            """
            SELECT outcome, sum(count), sum(unmatched), sum(late) FROM ledger
            WHERE input = 'posts' GROUP BY outcome ORDER BY 2 DESC""",
            "complaints,2068,0,0",
            "chatter,753,,"));
  }

  static List<Asking> incidents() {
    return List.of(
        Asking.of(
            "What happened, how urgent was it, how long did it last?",
            """
            SELECT kind, highest_severity, round(highest_evidence, 1), first_detected_at, resolved_at,
              minutes, updates FROM incidents ORDER BY first_detected_at""",
            "surge,SEV2,82.0,2026-03-06T13:22:00Z,2026-03-06T15:01:00Z,101,8",
            "campaign,SEV4,134.9,2026-03-06T13:25:00Z,2026-03-06T16:02:00Z,183,2",
            "chatter,SEV4,11.7,2026-03-06T18:18:00Z,,314,1"),
        Asking.of(
            "How unusual was the checkout's worst hour?",
            """
            SELECT hour, observed, round(expected, 2), round(highest_evidence, 1), worst_level
            FROM baseline_vs_observed WHERE subject = 'harborshop/checkout'
            ORDER BY ratio DESC LIMIT 1""",
            "2026-03-06T13:00:00Z,149,3.6,50.1,extreme"),
        Asking.of(
            "Who complained about the checkout while it was broken, and from where?",
            """
            SELECT count(*), count(DISTINCT c.author), count(*) FILTER (c.region = 'IT')
            FROM incidents i JOIN complaints c ON list_contains(c.subjects, i.subject)
              AND c.counted_at >= i.onset_at AND c.counted_at < i.resolved_at
            WHERE i.kind = 'surge'""",
            "244,242,167"));
  }
}
