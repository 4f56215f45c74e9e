package io.groundswell.jobs.history.query;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as CSV by RFC 4180, times in RFC 3339 in UTC; lists are separated by semicolons. A
 * missing value is an empty cell, an empty text a quoted one.
 */
public final class CsvAnswer implements HistoryQuery.Answer {
  private final Writer out;

  /** Writes to a text. */
  public CsvAnswer(Writer out) {
    this.out = out;
  }

  @Override
  public void take(ResultSet rows) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      cells.add(cell(columns.getColumnLabel(i)));
    }
    write(cells);
    while (rows.next()) {
      cells.clear();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        Object value = rows.getObject(i);
        cells.add(value == null ? "" : cell(Cells.plain(value)));
      }
      write(cells);
    }
  }

  private void write(List<String> cells) throws IOException {
    out.write(String.join(",", cells) + "\r\n");
  }

  private static String cell(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
