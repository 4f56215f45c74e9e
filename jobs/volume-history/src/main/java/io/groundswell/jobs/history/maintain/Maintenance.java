package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.iceberg.expressions.Expressions;

/** Keeps a warehouse small, and what it has promised to forget forgotten. */
public final class Maintenance {
  private static final long DAY = 86_400_000;

  private final Warehouse warehouse;
  private final Retention retention;
  private final Looked looked;

  /** The maintenance of a warehouse whose tables are there. */
  public Maintenance(Warehouse warehouse, Retention retention) {
    this(warehouse, retention, new Looked());
  }

  /** The same of a warehouse that was maintained before. */
  Maintenance(Warehouse warehouse, Retention retention, Looked looked) {
    this.warehouse = warehouse;
    this.retention = retention;
    this.looked = looked;
  }

  /**
   * What one run has done.
   *
   * @param erased rows whose texts were taken out
   * @param merged files that there are fewer since they were merged
   * @param strays files deleted that no table knew
   */
  public record Done(int erased, int merged, int strays) {}

  /**
   * Runs once.
   *
   * @param now epoch milliseconds, to tell how old snapshots and files are
   * @throws org.apache.iceberg.exceptions.ValidationException where somebody else maintains the
   *     warehouse at the same time; nothing is damaged, and the next run goes on
   */
  public Done run(long now) throws IOException {
    int erased = new Erasure(warehouse, looked).run();
    OptionalInt newest = newestDay();
    int merged = 0;
    int strays = 0;
    for (HistoryTable table : HistoryTable.values()) {
      if (newest.isPresent()) {
        forget(table, newest.getAsInt());
      }
      TableFiles files = new TableFiles(warehouse, table);
      merged += new Compaction(table, files).run();
      files
          .table()
          .expireSnapshots()
          .expireOlderThan(now - retention.snapshots().toMillis())
          .commit();
      strays += new Strays(warehouse.table(table)).delete(now - retention.strays().toMillis());
    }
    return new Done(erased, merged, strays);
  }

  /** By event time, so that an old year can be loaded and is not forgotten meanwhile. */
  private OptionalInt newestDay() throws IOException {
    int newest = Integer.MIN_VALUE;
    for (HistoryTable table :
        List.of(HistoryTable.LEDGER, HistoryTable.VOLUMES, HistoryTable.POSTS)) {
      var days = new TableFiles(warehouse, table).byDay();
      newest = days.isEmpty() ? newest : Math.max(newest, days.lastKey());
    }
    return newest == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(newest);
  }

  private void forget(HistoryTable table, int newest) throws IOException {
    boolean byReading = table == HistoryTable.WITHDRAWALS || table == HistoryTable.UNREADABLE;
    var days = new TableFiles(warehouse, table).byDay();
    Integer first =
        retention.firstKept(table, byReading && !days.isEmpty() ? days.lastKey() : newest);
    if (first != null && !days.isEmpty() && days.firstKey() < first) {
      long micros = first * DAY * 1000;
      warehouse
          .table(table)
          .newDelete()
          .deleteFromRowFilter(Expressions.lessThan(table.time(), micros))
          .commit();
    }
  }
}
