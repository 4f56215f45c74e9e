package io.groundswell.jobs.history.row;

import io.groundswell.jobs.history.table.Column;
import io.groundswell.jobs.history.table.HistoryTable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which fields of an input's lines are read, and which of them are the columns of a table.
 *
 * @param places of all fields
 * @param columns of each table that the lines may belong to, where its columns are
 */
record Layout(Map<String, Integer> places, Map<HistoryTable, int[]> columns) {
  private static final Map<HistoryTable, Layout> ALL = all();

  /** Of the lines that are said to belong to a table. */
  static Layout of(HistoryTable table) {
    return Objects.requireNonNull(ALL.get(table));
  }

  /** No line's fields yet. */
  Fields none() {
    return new Fields(places);
  }

  /** Where a table's columns are, in their order. */
  int[] columns(HistoryTable table) {
    return Objects.requireNonNull(columns.get(table));
  }

  private static Map<HistoryTable, Layout> all() {
    Map<HistoryTable, Layout> all = new EnumMap<>(HistoryTable.class);
    for (HistoryTable table : HistoryTable.values()) {
      all.put(
          table,
          switch (table) {
            case POSTS ->
                of(
                    List.of(Rows.DELETED, Rows.CHATTER),
                    HistoryTable.POSTS,
                    HistoryTable.CHATTER,
                    HistoryTable.WITHDRAWALS);
            case INCIDENTS -> of(List.of(Rows.LEAD), table);
            default -> of(List.of(), table);
          });
    }
    return all;
  }

  private static Layout of(List<String> others, HistoryTable... tables) {
    Map<String, Integer> places = new HashMap<>();
    Map<HistoryTable, int[]> columns = new EnumMap<>(HistoryTable.class);
    for (HistoryTable table : tables) {
      List<Column> own = table.columns();
      int[] at = new int[own.size()];
      for (int i = 0; i < at.length; i++) {
        places.putIfAbsent(own.get(i).name(), places.size());
        at[i] = Objects.requireNonNull(places.get(own.get(i).name()));
      }
      columns.put(table, at);
    }
    others.forEach(name -> places.putIfAbsent(name, places.size()));
    return new Layout(places, columns);
  }
}
