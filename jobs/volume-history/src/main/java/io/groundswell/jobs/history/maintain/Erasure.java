package io.groundswell.jobs.history.maintain;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Personal;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.connector.WithdrawnTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.iceberg.io.DataWriter;

/**
 * Takes what withdrawn posts said out of posts and incidents. Rows stay, so that sums do; files
 * that hold such texts are written anew, and the old ones go with their snapshots.
 */
final class Erasure {
  private final Warehouse warehouse;
  private final Withdrawn withdrawn = Withdrawn.none();

  Erasure(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Erases what is known to be withdrawn.
   *
   * @return how many rows were changed
   */
  int run() throws IOException {
    read();
    if (withdrawn.identities().isEmpty()) {
      return 0;
    }
    return rewrite(HistoryTable.POSTS, "identity", this::isWithdrawn, Erasure::blank)
        + rewrite(HistoryTable.INCIDENTS, "details", this::quotes, this::strike);
  }

  private void read() throws IOException {
    TableFiles files = new TableFiles(warehouse, HistoryTable.WITHDRAWALS);
    for (List<DataFile> day : files.byDay().values()) {
      for (DataFile file : day) {
        try (CloseableIterable<Record> rows = files.read(file)) {
          rows.forEach(withdrawn::add);
        }
      }
    }
  }

  private boolean isWithdrawn(Record post) {
    return withdrawn.identities().contains((String) post.getField("identity"))
        && !Boolean.TRUE.equals(post.getField("withdrawn"));
  }

  private static Record blank(Record post) {
    Record blank = post.copy();
    Personal.TEXTS.forEach(column -> blank.setField(column, null));
    Personal.LISTS.forEach(column -> blank.setField(column, List.of()));
    blank.setField("withdrawn", true);
    return blank;
  }

  private boolean quotes(Record update) {
    String details = (String) update.getField("details");
    return details != null && !struck(details).equals(details);
  }

  private Record strike(Record update) {
    Record struck = update.copy();
    struck.setField("details", struck((String) update.getField("details")));
    return struck;
  }

  private String struck(String details) {
    try {
      return WithdrawnTexts.strike(details, withdrawn.keys());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // A row was made of it, so it is JSON.
    }
  }

  private int rewrite(
      HistoryTable table, String column, Predicate<Record> affected, UnaryOperator<Record> change)
      throws IOException {
    TableFiles files = new TableFiles(warehouse, table);
    Schema seen = files.table().schema().select(column, "withdrawn");
    int changed = 0;
    for (List<DataFile> day : files.byDay().values()) {
      List<DataFile> old = new ArrayList<>();
      List<DataFile> fresh = new ArrayList<>();
      for (DataFile file : day) {
        if (count(files.read(file, seen), affected) > 0) {
          old.add(file);
          changed += write(files, file, affected, change, fresh);
        }
      }
      if (!old.isEmpty()) {
        files.replace(old, fresh);
      }
    }
    return changed;
  }

  private static int count(CloseableIterable<Record> rows, Predicate<Record> affected)
      throws IOException {
    int count = 0;
    try (rows;
        CloseableIterator<Record> each = rows.iterator()) {
      while (each.hasNext()) {
        count += affected.test(each.next()) ? 1 : 0;
      }
    }
    return count;
  }

  private static int write(
      TableFiles files,
      DataFile old,
      Predicate<Record> affected,
      UnaryOperator<Record> change,
      List<DataFile> fresh)
      throws IOException {
    int changed = 0;
    DataWriter<Record> writer = files.writer(old.partition(), files.isSorted(old));
    try (writer;
        CloseableIterable<Record> rows = files.read(old);
        CloseableIterator<Record> each = rows.iterator()) {
      while (each.hasNext()) {
        Record row = each.next();
        boolean erase = affected.test(row);
        changed += erase ? 1 : 0;
        writer.write(erase ? change.apply(row) : row);
      }
    }
    fresh.add(writer.toDataFile());
    return changed;
  }
}
