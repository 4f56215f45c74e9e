package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows of delays as a table: a line for each detector or class, a column for each kind of surge.
 */
final class DelayTable {
  private DelayTable() {}

  /** The names of the columns. */
  static List<String> columns() {
    return Surge.KINDS.stream().map(Surge::label).toList();
  }

  /** Rows that have something in common, in the order in which they come. */
  static <K> Map<K, List<DelayRow>> by(Function<DelayRow, K> common, List<DelayRow> rows) {
    Map<K, List<DelayRow>> groups = new LinkedHashMap<>();
    rows.forEach(
        row -> groups.computeIfAbsent(common.apply(row), key -> new ArrayList<>()).add(row));
    return groups;
  }

  /**
   * Cells in the order of the columns, whatever the order of the rows; empty where there is none.
   */
  static List<String> cells(List<DelayRow> rows) {
    List<String> cells = new ArrayList<>();
    for (Surge surge : Surge.KINDS) {
      cells.add(
          rows.stream()
              .filter(row -> row.surge().equals(surge.label()))
              .findFirst()
              .map(DelayTable::cell)
              .orElse(""));
    }
    return cells;
  }

  private static String cell(DelayRow row) {
    return Figures.tenths(row.median())
        + "/"
        + Figures.tenths(row.p90())
        + " ("
        + Math.round(100 * row.missed())
        + ")";
  }
}
