package io.groundswell.jobs.history.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.table.HistoryTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRowsTest {
  @ParameterizedTest
  @CsvSource({
    "shop, product",
    "shop/checkout, component",
    "shop@IT, product_region",
    "@IT, region",
    "shop~card, term",
    "?, unmatched"
  })
  void aSubjectIsTakenApart(String subject, String scope) throws Exception {
    RowData row =
        read(
            HistoryTable.VOLUMES,
            """
            {"subject":"%s","bucket_start":"2026-03-06T13:20:00Z","observed":3,"posts":4,"expected":0.5,"evidence":6,"level":"calm"}\
            """
                .formatted(subject));
    assertThat(row.getString(0)).hasToString(subject);
    assertThat(row.getString(1)).hasToString(scope);
    assertThat(row.getTimestamp(6, 6)).hasToString("2026-03-06T13:20");
    assertThat(row.getDouble(10)).isEqualTo(6);
  }

  @Test
  void anIncidentIsFlattenedAndKeptWhole() throws Exception {
    String line =
        """
        {"incident_id":"shop:1","sequence":2,"updated_at":"2026-03-06T13:20:00Z",\
        "subject":{"product":"shop","component":"checkout","region":null,"term":null},\
        "lead":{"status":"ahead","seconds":480},"verdict":null}\
        """;
    RowData row = read(HistoryTable.INCIDENTS, line);
    assertThat(text(row, HistoryTable.INCIDENTS, "subject")).isEqualTo("shop/checkout");
    assertThat(text(row, HistoryTable.INCIDENTS, "lead_status")).isEqualTo("ahead");
    assertThat(text(row, HistoryTable.INCIDENTS, "verdict")).isNull();
    assertThat(text(row, HistoryTable.INCIDENTS, "details")).isEqualTo(line);
  }

  @Test
  void aWithdrawalAmongPostsHasATableOfItsOwnAndTheTimeAtWhichItWasRead() throws Exception {
    String line =
        "{\"source\":\"x\",\"id\":\"1\",\"identity\":\"00ff\",\"deleted\":true,\"at\":null}";
    List<RowData> rows = read(HistoryTable.POSTS, line, HistoryTable.WITHDRAWALS);
    assertThat(rows)
        .singleElement()
        .extracting(row -> row.getTimestamp(3, 6).toString())
        .isEqualTo("1970-01-01T00:00:07");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no JSON | no JSON: Unrecognized token 'no'",
        "[1] | no JSON object",
        "{\"minute\":null} | minute is missing",
        "{\"minute\":\"noon\"} | minute is not a time such as 2026-03-06T13:20:00Z",
        "{\"minute\":\"2026-03-06T13:20:00Z\",\"count\":\"3\"} | count is not a whole number",
        "{\"minute\":\"2026-03-06T13:20:00Z\",\"source\":3} | source is not a text"
      })
  void whatIsNoRowIsKeptWithItsReason(String line, String reason) throws Exception {
    assertThat(read(HistoryTable.LEDGER, line, HistoryTable.LEDGER)).isEmpty();
    assertThat(read(HistoryTable.LEDGER, line, HistoryTable.UNREADABLE))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getString(1)).hasToString("topic-0@5");
              assertThat(row.getString(2).toString()).startsWith(reason);
              assertThat(row.getString(3)).hasToString(line);
            });
  }

  @Test
  void whatNoColumnHasIsPassedOverHoweverDeepItIs() throws Exception {
    String line =
        """
        {"new":{"count":7,"deep":[{"minute":"noon"}]},"minute":"2026-03-06T13:20:00Z","more":[[]],\
        "source":"x \\u00e9","count":3}\
        """;
    RowData row = read(HistoryTable.LEDGER, line);
    assertThat(text(row, HistoryTable.LEDGER, "source")).isEqualTo("x é");
    assertThat(row.getLong(4)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\":null} | subject is not a text",
        "{\"subject\":\"x\",\"bucket_start\":\"2026-03-06T13:20:00Z\",\"observed\":3000000000} | observed is not a whole number",
        "{\"subject\":\"shop\" | no JSON: Unexpected end-of-input"
      })
  void aVolumeThatIsNoneIsKeptWithItsReason(String line, String reason) throws Exception {
    assertThat(read(HistoryTable.VOLUMES, line, HistoryTable.UNREADABLE))
        .singleElement()
        .satisfies(row -> assertThat(row.getString(2).toString()).startsWith(reason));
  }

  private static RowData read(HistoryTable table, String line) throws Exception {
    List<RowData> rows = read(table, line, table);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static @Nullable String text(RowData row, HistoryTable table, String column) {
    List<String> names = table.columns().stream().map(one -> one.name()).toList();
    int place = names.indexOf(column);
    return row.isNullAt(place) ? null : row.getString(place).toString();
  }

  private static List<RowData> read(HistoryTable table, String line, HistoryTable from)
      throws Exception {
    OneInputStreamOperatorTestHarness<InputLine, RowData> harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ReadRows()));
    harness.open();
    harness.processElement(new InputLine(table, "topic-0@5", 5, 7_000, line), 0);
    List<RowData> rows = new ArrayList<>();
    var output = harness.getSideOutput(ReadRows.output(from));
    if (output != null) {
      output.forEach(record -> rows.add(record.getValue()));
    }
    harness.close();
    return rows;
  }
}
