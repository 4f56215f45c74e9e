package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.table.HistoryTable;
import java.time.ZoneId;
import java.util.List;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.Test;

/** What plans of the DuckDB that we ship say, and what of it Iceberg is told. */
class ConditionTest {
  private static final String EVERYTHING = Expressions.alwaysTrue().toString();

  @Test
  void textsAreCompared() {
    assertThat(read("scope='product'")).isEqualTo("ref(name=\"scope\") == \"product\"");
    assertThat(read("subject='it''s'")).isEqualTo("ref(name=\"subject\") == \"it's\"");
    assertThat(read("product>='ha' AND product<'hb'"))
        .isEqualTo("(ref(name=\"product\") >= \"ha\" and ref(name=\"product\") < \"hb\")");
    assertThat(read("optional: subject IN ('a', 'b')"))
        .isEqualTo("(ref(name=\"subject\") == \"a\" or ref(name=\"subject\") == \"b\")");
  }

  @Test
  void timesAreCompared() {
    assertThat(read("bucket_start>='2026-02-28 23:00:00+00'::TIMESTAMP WITH TIME ZONE"))
        .isEqualTo("ref(name=\"bucket_start\") >= 1772319600000000");
    assertThat(read("bucket_start<'2026-02-03 08:11:12.123456+00'::TIMESTAMP WITH TIME ZONE"))
        .isEqualTo("ref(name=\"bucket_start\") <= 1770106272123456");
  }

  @Test
  void aDayIsOneOfTheZoneAndALittleMore() {
    String midnightInBerlin = "1774738800000000";
    long threeHours = 3 * 3600 * 1_000_000L;
    assertThat(read("(CAST(date_trunc('day', bucket_start) AS DATE) >= '2026-03-29'::DATE)"))
        .isEqualTo(
            "ref(name=\"bucket_start\") >= " + (Long.parseLong(midnightInBerlin) - threeHours));
    assertThat(
            read(
                "(CAST(date_trunc('day', bucket_start) AS DATE) BETWEEN '2026-03-01'::DATE AND"
                    + " '2026-04-01'::DATE)"))
        .contains(">=")
        .contains("<=");
  }

  @Test
  void whatIsNotUnderstoodLetsEverythingThrough() {
    for (String condition :
        List.of(
            "lower(scope) = 'x'",
            "(NOT ((scope = 'a') AND (subject = 'b')))",
            "NOT scope = 'a' AND subject = 'b'",
            "CASE WHEN scope = 'a' THEN subject = 'b' ELSE subject = 'c' END",
            "optional: Dynamic Filter (bucket_start)",
            "observed>3",
            "scope!='x'",
            "(scope IS DISTINCT FROM 'y')",
            "(date_trunc('decade', bucket_start) >= '2026-01-01'::DATE)",
            "bucket_start>'infinity'::TIMESTAMP WITH TIME ZONE",
            "bucket_start<'0045-12-31 (BC) 23:06:32+00'::TIMESTAMP WITH TIME ZONE",
            "bucket_start>='2026-01-01'::DATE",
            "no_column='x'",
            "scope='a' || 'b'",
            "scope='a' extra",
            "scope IN ('a', lower('B'))",
            "((scope = 'a') = (subject = 'b'))",
            "")) {
      assertThat(read(condition)).as(condition).isEqualTo(EVERYTHING);
    }
  }

  @Test
  void oneSideOfAnOrThatIsNotUnderstoodOpensBoth() {
    assertThat(read("((scope = 'a') OR (observed > 3))")).isEqualTo(EVERYTHING);
    assertThat(read("((scope = 'a') AND (observed > 3))"))
        .isEqualTo("ref(name=\"scope\") == \"a\"");
  }

  @Test
  void aTextWithALineEndIsBrokenInTwoAndMakesEverythingUncertain() {
    Condition condition = new Condition(HistoryTable.VOLUMES.schema(), ZoneId.of("Europe/Berlin"));
    assertThat(condition.all(List.of("subject='a", "scope=''x''", "b'", "scope='product'")))
        .hasToString(EVERYTHING);
  }

  private static String read(String condition) {
    Expression expression =
        new Condition(HistoryTable.VOLUMES.schema(), ZoneId.of("Europe/Berlin"))
            .all(List.of(condition));
    return expression.toString();
  }
}
