package io.groundswell.jobs.history.query;

import io.groundswell.jobs.history.table.HistoryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What there is to ask, for people. */
public final class ViewList {
  private static final String BEGIN =
      """
      Views; each line after a view's name is a column. Times are found fastest by bucket_start, counted_at,
      minute, hour, day, updated_at or at. Below the views are tables as written: %s.

      """;

  private ViewList() {}

  /** Every view with its grain, its columns and what they mean. */
  public static String text(QueryLimits limits) throws SQLException {
    StringBuilder text = new StringBuilder();
    text.append(
        BEGIN.formatted(
            Arrays.stream(HistoryTable.values())
                .map(table -> "raw." + table.label())
                .collect(Collectors.joining(", "))));
    try (DuckDb database = DuckDb.open(limits)) {
      for (HistoryTable table : HistoryTable.values()) {
        RawTables.stub(database, table);
      }
      Views.create(database);
      for (Views.View view : Views.all()) {
        text.append(view.name()).append(": ").append(view.grain()).append('\n');
        describe(database, view, text);
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static void describe(DuckDb database, Views.View view, StringBuilder text)
      throws SQLException {
    try (Statement statement = database.statement();
        ResultSet columns = statement.executeQuery("DESCRIBE " + view.name())) {
      while (columns.next()) {
        String name = columns.getString("column_name");
        String type = columns.getString("column_type").replace("TIMESTAMP WITH TIME ZONE", "time");
        text.append(
            "  %-18s %-10s %s%n"
                .formatted(
                    name,
                    type.replace("VARCHAR", "text").toLowerCase(Locale.ROOT),
                    view.meanings().getOrDefault(name, "")));
      }
    }
  }
}
