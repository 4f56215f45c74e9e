package io.groundswell.jobs.history.query;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An answer for people: columns in line, figures to the right, and below them how each figure went
 * where the first column is a time.
 */
public final class TableAnswer implements HistoryQuery.Answer {
  /** More rows than people read. */
  static final int ROWS = 200;

  private static final int WIDEST = 80;
  private static final Set<String> NUMBERS =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UBIGINT", "DOUBLE", "FLOAT");

  private final Writer out;
  private final ZoneId zone;
  private final List<List<String>> shown = new ArrayList<>();
  private long count;

  /** Writes to a text, with the times of a zone. */
  public TableAnswer(Writer out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  @Override
  public void take(ResultSet rows) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    int width = columns.getColumnCount();
    List<Boolean> figures = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      names.add(Cells.text(columns.getColumnLabel(i), zone));
      figures.add(isNumber(columns.getColumnTypeName(i)));
    }
    Course course = new Course(columns.getColumnTypeName(1), names, figures, zone);
    while (rows.next()) {
      List<Object> values = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        values.add(rows.getObject(i));
      }
      course.add(values);
      count++;
      if (count <= ROWS) {
        shown.add(texts(values));
      }
    }
    print(names, figures);
    out.write(course.text());
    out.write(footer());
  }

  private static boolean isNumber(String type) {
    return NUMBERS.contains(type) || type.startsWith("DECIMAL");
  }

  private List<String> texts(List<Object> values) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      String text = Cells.text(value, zone);
      boolean cut = text.codePointCount(0, text.length()) > WIDEST;
      texts.add(cut ? text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…" : text);
    }
    return texts;
  }

  private void print(List<String> names, List<Boolean> figures) throws IOException {
    int[] widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              length(names.get(i)),
              shown.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }
    line(names, figures, widths);
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("─".repeat(width));
    }
    line(rule, figures, widths);
    for (List<String> row : shown) {
      line(row, figures, widths);
    }
  }

  private void line(List<String> cells, List<Boolean> figures, int[] widths) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String gap = " ".repeat(widths[i] - length(cells.get(i)));
      line.append(i == 0 ? "" : "  ");
      line.append(figures.get(i) ? gap + cells.get(i) : cells.get(i) + gap);
    }
    out.write(line.toString().stripTrailing() + "\n");
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private String footer() {
    if (count <= ROWS) {
      return String.format(Locale.ROOT, "(%,d %s)%n", count, count == 1 ? "row" : "rows");
    }
    return String.format(
        Locale.ROOT, "(the first %,d of %,d rows; --format csv or json writes all)%n", ROWS, count);
  }
}
