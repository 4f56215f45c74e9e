package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.table.HistoryTable;
import java.util.Comparator;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** The order of a table's rows, what is missing first. */
final class RowOrder implements Comparator<Record> {
  private final String[] columns;

  RowOrder(HistoryTable table) {
    columns = table.order().toArray(new String[0]);
  }

  @Override
  public int compare(Record one, Record other) {
    for (String column : columns) {
      int order = order(one.getField(column), other.getField(column));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // A column's values are of one comparable type.
  private static int order(@Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Boolean.compare(one != null, other != null);
    }
    return ((Comparable<Object>) one).compareTo(other);
  }
}
