package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.query.HistoryQuery.Planned;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expressions;

/** Whatever is asked: reading fewer files changes no answer. */
@SuppressWarnings("NullAway.Init") // Set before the first question.
class PruningTest {
  private static Path folder;
  private static Place place;
  private static Schema schema;
  private static List<String> all;

  @BeforeContainer
  static void write() throws Exception {
    folder = Files.createTempDirectory("groundswell-pruning");
    place = ManyFiles.make(folder);
    try (Warehouse warehouse = Warehouse.open(place)) {
      schema = warehouse.table(HistoryTable.VOLUMES).schema();
      all = DataFiles.of(warehouse.table(HistoryTable.VOLUMES), Expressions.alwaysTrue());
    }
  }

  @AfterContainer
  static void delete() throws Exception {
    LocalFiles.deleteFolder(folder);
  }

  @Example
  void filesOfOtherDaysAreNotRead() throws Exception {
    assertThat(all).hasSize(20);
    assertThat(files("SELECT * FROM volumes", "UTC")).hasSize(20);
    assertThat(files("SELECT * FROM complaints_per_day WHERE day = '2026-03-29'", "UTC"))
        .hasSize(2);
    assertThat(files("SELECT * FROM complaints_per_day WHERE day = '2026-03-29'", "Asia/Kolkata"))
        .hasSize(4);
    assertThat(files("SELECT * FROM complaints_per_hour WHERE hour < '2025-01-01'", "Asia/Kolkata"))
        .hasSize(2);
    assertThat(files("SELECT * FROM top_products WHERE day >= '2026-10-25'", "Europe/Berlin"))
        .hasSize(6);
    assertThat(files("SELECT * FROM volumes WHERE bucket_start >= '2026-10-26'", "UTC")).hasSize(2);
  }

  @Example
  void filesOfOtherSubjectsAreNotRead() throws Exception {
    assertThat(files("SELECT * FROM complaints_per_day WHERE subject = '😀'", "UTC"))
        .hasSizeLessThan(20);
  }

  @Example
  void aNameThatAQuestionGivesToAnotherColumnMisleadsNobody() throws Exception {
    String sql =
        """
        SELECT count(*) FROM (SELECT bucket_start + INTERVAL 400 DAY AS bucket_start, scope AS subject
          FROM raw.volumes)
        WHERE CAST(date_trunc('day', bucket_start) AS DATE) > '2027-01-01' AND subject = 'product'
        """;
    assertThat(pruned(sql, "UTC")).isEqualTo(unpruned(sql, "UTC")).isNotEqualTo(List.of("0|"));
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void answersAreTheSame(@ForAll("questions") String sql, @ForAll("zones") String zone)
      throws Exception {
    assertThat(pruned(sql, zone)).as(sql).isEqualTo(unpruned(sql, zone));
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Pacific/Apia");
  }

  @Provide
  Arbitrary<String> questions() {
    Arbitrary<String> rows =
        conditions("bucket_start", true).map(where -> "SELECT * FROM raw.volumes WHERE " + where);
    Arbitrary<String> named =
        conditions("t", true)
            .map(
                where ->
                    "SELECT * FROM (SELECT bucket_start AS t, subject, scope, product FROM volumes)"
                        + " WHERE "
                        + where);
    Arbitrary<String> days =
        conditions("day", false).map(where -> "SELECT * FROM complaints_per_day WHERE " + where);
    Arbitrary<String> hours =
        conditions("hour", true).map(where -> "SELECT * FROM complaints_per_hour WHERE " + where);
    Arbitrary<String> top =
        comparisons("day", false).map(where -> "SELECT * FROM top_products WHERE " + where);
    Arbitrary<String> joined =
        Combinators.combine(conditions("bucket_start", true), comparisons("day", false))
            .as(
                (one, other) ->
                    "SELECT a.subject, b.day FROM (SELECT * FROM volumes WHERE %s) a".formatted(one)
                        + " LEFT JOIN (SELECT * FROM complaints_per_day WHERE %s) b"
                            .formatted(other)
                        + " USING (subject)");
    return Arbitraries.oneOf(rows, named, days, hours, top, joined);
  }

  private static Arbitrary<String> conditions(String time, boolean exact) {
    Arbitrary<String> one = Arbitraries.oneOf(comparisons(time, exact), texts());
    Arbitrary<String> two =
        Combinators.combine(one, Arbitraries.of("AND", "OR", "AND NOT", "OR NOT"), one)
            .as("(%s) %s (%s)"::formatted);
    Arbitrary<String> three =
        Combinators.combine(two, Arbitraries.of("AND", "OR"), one)
            .as((first, how, last) -> "(%s) %s %s".formatted(first, how, last));
    return Arbitraries.oneOf(one, two, three, two.map(both -> "NOT (%s)".formatted(both)));
  }

  private static Arbitrary<String> comparisons(String time, boolean exact) {
    Arbitrary<String> left =
        exact
            ? Arbitraries.of(
                time,
                "CAST(%s AS DATE)".formatted(time),
                "date_trunc('hour', %s)".formatted(time),
                "date_trunc('day', %s)".formatted(time),
                "CAST(date_trunc('week', %s) AS DATE)".formatted(time),
                "date_trunc('month', %s)".formatted(time))
            : Arbitraries.of(time, "date_trunc('month', %s)".formatted(time));
    Arbitrary<String> constant =
        Combinators.combine(
                Arbitraries.of(ManyFiles.DAYS),
                exact
                    ? Arbitraries.of("", " 00:00:00", " 12:30:00", " 22:00:00+00", " 23:45:00")
                    : Arbitraries.of(""))
            .as((day, hour) -> "'" + day + hour + "'");
    Arbitrary<String> plain =
        Combinators.combine(left, Arbitraries.of("=", "<", "<=", ">", ">=", "<>"), constant)
            .as((column, sign, value) -> column + " " + sign + " " + value);
    Arbitrary<String> between =
        Combinators.combine(left, constant, constant).as("%s BETWEEN %s AND %s"::formatted);
    Arbitrary<String> in =
        Combinators.combine(left, constant, constant).as("%s IN (%s, %s)"::formatted);
    return Arbitraries.oneOf(plain, between, in);
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> value = Arbitraries.of(ManyFiles.SUBJECTS).map(DuckDb::text);
    Arbitrary<String> column = Arbitraries.of("subject", "product", "scope");
    return Arbitraries.oneOf(
        Combinators.combine(column, Arbitraries.of("=", "<", ">=", "<>"), value)
            .as((name, sign, text) -> name + " " + sign + " " + text),
        Combinators.combine(column, value, value).as("%s IN (%s, %s)"::formatted),
        column.map("%s LIKE 'sh%%'"::formatted),
        column.map("%s IS NULL"::formatted),
        column.map("coalesce(%s, 'shop') = 'shop'"::formatted));
  }

  private static QueryLimits limits(String zone) {
    return new QueryLimits(ZoneId.of(zone), Duration.ofMinutes(1), 500, 1);
  }

  private static List<String> files(String sql, String zone) throws SQLException {
    Planned planned = new HistoryQuery(place, limits(zone)).plan(sql).get(HistoryTable.VOLUMES);
    return planned == null ? List.of() : planned.files();
  }

  private static List<String> pruned(String sql, String zone) throws Exception {
    List<String> answer = new ArrayList<>();
    new HistoryQuery(place, limits(zone)).ask(sql, rows -> answer.addAll(texts(rows)));
    return answer;
  }

  private static List<String> unpruned(String sql, String zone) throws SQLException {
    try (DuckDb database = DuckDb.open(limits(zone))) {
      for (HistoryTable table : HistoryTable.values()) {
        if (table == HistoryTable.VOLUMES) {
          RawTables.read(database, table, schema, all);
        } else {
          RawTables.stub(database, table);
        }
      }
      Views.create(database);
      try (Statement statement = database.statement();
          ResultSet rows = statement.executeQuery(sql)) {
        return texts(rows);
      }
    }
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      StringBuilder text = new StringBuilder();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        text.append(rows.getObject(i)).append('|');
      }
      texts.add(text.toString());
    }
    return texts.stream().sorted().toList();
  }
}
