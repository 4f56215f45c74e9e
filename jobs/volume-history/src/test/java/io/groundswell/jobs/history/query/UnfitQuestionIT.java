package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that are wrong, or would do more than read: one line each. */
@SuppressWarnings("NullAway.Init")
class UnfitQuestionIT {
  @TempDir private static Path folder;
  private static Path warehouse;

  @BeforeAll
  static void load() throws IOException {
    warehouse = SmallReport.story().load(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO 'out.csv'",
        "COPY complaints TO 'out.csv'",
        "ATTACH 'other.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "CREATE TABLE t (a INTEGER)",
        "DROP VIEW complaints",
        "DELETE FROM raw.posts",
        "INSERT INTO raw.posts SELECT * FROM raw.posts",
        "SET threads = 64",
        "CALL enable_logging()",
        "EXPORT DATABASE 'out'",
        "EXPLAIN ANALYZE SELECT 1",
        "SELECT 1; DROP VIEW complaints",
        "SELECT 1) TO 'out.csv'; --",
      })
  void nothingIsChanged(String sql) {
    assertThat(refused(sql)).startsWith("SQL: ");
    assertThat(refused("--format", "parquet", "--out", folder.resolve("x").toString(), sql))
        .startsWith("SQL: ");
    assertThat(Path.of("out.csv")).doesNotExist();
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT (SELECT content FROM read_blob('/etc/passwd'))",
        "WITH x AS (FROM read_json('/etc/x.json')) FROM x",
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM json_execute_serialized_sql('{}')",
        "SELECT * FROM enable_logging(storage := 'file', storage_path := '/tmp/x')",
        "SELECT * FROM 'x.parquet'",
      })
  void nothingElseIsRead(String sql) {
    assertThat(refused(sql)).startsWith("SQL: ").doesNotContain("root:");
  }

  @Test
  void twoStatementsAreOneTooMany() {
    assertThat(refused("SELECT 1; SELECT 2"))
        .isEqualTo("SQL: there are 2 statements; ask one at a time");
    assertThat(refused("/* nothing */")).startsWith("SQL: there is no statement");
  }

  @Test
  void anUnknownColumnIsNamedWithTheNearest() {
    assertThat(refused("SELECT day, prodct FROM top_products"))
        .isEqualTo(
            "SQL: there is no column prodct in top_products; nearest are product, complaints;"
                + " --views lists all (line 1, at: prodct FROM top_products)");
    assertThat(refused("SELECT t.prodct FROM top_products t")).contains("no column prodct");
  }

  @Test
  void anUnknownTableIsToldWhatThereIs() {
    assertThat(refused("SELECT *\nFROM complaint"))
        .startsWith(
            "SQL: there is no table complaint (line 2, at: complaint); there are complaints, ")
        .contains("lead_ledger");
  }

  @Test
  void aSlipIsShownWhereItIs() {
    assertThat(refused("SELECT day,\n  product FRO top_products"))
        .isEqualTo("SQL: syntax error at or near \"top_products\" (line 2, at: top_products)");
    assertThat(refused("SELECT day FROM top_products WHERE"))
        .isEqualTo("SQL: syntax error at end of input (line 1, at the end)");
    assertThat(refused("SELECT lower(1, 2)"))
        .contains("lower(")
        .contains("line 1, at: lower(1, 2)");
    assertThat(refused("SELECT CAST(product AS INTEGER) FROM complaints"))
        .contains("Could not convert string");
  }

  @Test
  void aQuestionThatTakesTooLongIsGivenUp() {
    Asked asked =
        Asked.of(
            warehouse,
            "--timeout",
            "1s",
            "SELECT sum(a.range * b.range) FROM range(1000000) a,"
                + " range(1000000) b WHERE a.range % 7 = b.range % 11");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.err().strip())
        .isEqualTo(
            "given up after 1 seconds; ask for fewer days or one subject, or allow more with"
                + " --timeout");
  }

  @Test
  void aQuestionThatNeedsTooMuchMemoryIsGivenUp() {
    Asked asked =
        Asked.of(
            warehouse,
            "--memory",
            "100MB",
            "SELECT list(range ORDER BY hash(range))" + " FROM range(100000000)");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.err()).contains("100 MB of memory are not enough").hasLineCount(1);
  }

  @Test
  void optionsSayHowToMendThem() {
    assertThat(refused("--tz", "Berlin", "SELECT 1")).contains("--tz is 'Berlin'");
    assertThat(refused("--format", "xml", "SELECT 1")).contains("--format is 'xml'");
    assertThat(refused("--timeout", "1", "SELECT 1")).contains("--timeout is '1'");
    assertThat(refused("--memory", "1TB", "SELECT 1")).contains("--memory is '1TB'");
    assertThat(refused("--threads", "0", "SELECT 1")).contains("--threads is 0");
    assertThat(refused("--file", "no.sql")).contains("no.sql");
    assertThat(refused("--file", "no.sql", "SELECT 1")).contains("choose one");
  }

  @Test
  void aFileIsNotTouchedByAQuestionThatIsWrong() throws Exception {
    Path out = Files.writeString(folder.resolve("kept.csv"), "kept");
    assertThat(refused("--force", "--format", "csv", "--out", out.toString(), "SELECT nope"))
        .contains("nope");
    assertThat(out).hasContent("kept");
  }

  private static String refused(String... arguments) {
    Asked asked = Asked.of(warehouse, arguments);
    assertThat(asked.exit()).as(List.of(arguments) + asked.err()).isEqualTo(2);
    assertThat(asked.err()).hasLineCount(1);
    assertThat(asked.out()).isEmpty();
    return asked.err().strip();
  }
}
