package io.groundswell.jobs.notification.report;

import io.groundswell.jobs.notification.notice.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table, whatever it is shown on. Texts in it are clean, and not escaped for anything. */
final class Grid {
  private final String caption;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * A column.
   *
   * @param heading its name
   * @param number whether it holds figures
   */
  record Column(String heading, boolean number) {}

  /** A table without columns; {@code caption} says what it shows. */
  Grid(String caption) {
    this.caption = caption;
  }

  String caption() {
    return caption;
  }

  Grid numbers(String... headings) {
    Stream.of(headings).forEach(heading -> columns.add(new Column(heading, true)));
    return this;
  }

  Grid texts(String... headings) {
    Stream.of(headings).forEach(heading -> columns.add(new Column(heading, false)));
    return this;
  }

  Grid row(Object... cells) {
    rows.add(Stream.of(cells).map(cell -> Plain.line(cell.toString())).toList());
    return this;
  }

  List<Column> columns() {
    return List.copyOf(columns);
  }

  List<List<String>> rows() {
    return List.copyOf(rows);
  }
}
