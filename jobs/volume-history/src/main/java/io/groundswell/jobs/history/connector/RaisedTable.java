package io.groundswell.jobs.history.connector;

import io.groundswell.jobs.history.backtest.Raised;
import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** The incidents that a warehouse keeps. */
public final class RaisedTable {
  private RaisedTable() {}

  /**
   * Those that people were told of.
   *
   * @param from those that were detected earlier are left out, epoch milliseconds
   * @param until what was told later is left out, epoch milliseconds
   */
  public static List<Raised> read(Place place, long from, long until) throws IOException {
    try (Warehouse warehouse = Warehouse.open(place)) {
      List<Record> rows = new ArrayList<>();
      TableFiles files = new TableFiles(warehouse, HistoryTable.INCIDENTS);
      for (List<DataFile> day : files.byDay().values()) {
        for (DataFile file : day) {
          try (CloseableIterable<Record> all = files.read(file)) {
            all.forEach(row -> addUntil(until, row, rows));
          }
        }
      }
      rows.sort(
          Comparator.comparing((Record row) -> (String) row.getField("incident_id"))
              .thenComparing(row -> (Integer) row.getField("sequence")));
      return RaisedFile.of(rows.stream().map(row -> (String) row.getField("details")).toList())
          .stream()
          .filter(Raised::told)
          .filter(one -> one.detectedAt() >= from)
          .toList();
    }
  }

  private static void addUntil(long until, Record row, List<Record> into) {
    OffsetDateTime told = (OffsetDateTime) row.getField("updated_at");
    if (told.toInstant().toEpochMilli() - 1 <= until) {
      into.add(row);
    }
  }
}
