package io.groundswell.jobs.history.maintain;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Personal;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.connector.WithdrawnTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
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
  private final Looked looked;
  private final Withdrawn withdrawn = Withdrawn.none();

  /** Those of them that were not looked for before. */
  private final Withdrawn fresh = Withdrawn.none();

  private final Map<HistoryTable, Set<String>> read = new EnumMap<>(HistoryTable.class);

  Erasure(Warehouse warehouse, Looked looked) {
    this.warehouse = warehouse;
    this.looked = looked;
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
    int erased =
        rewrite(HistoryTable.POSTS, "identity", Erasure::isWithdrawn, (post, sought) -> blank(post))
            + rewrite(HistoryTable.INCIDENTS, "details", Erasure::quotes, Erasure::strike);
    looked.remember(withdrawn.identities(), read);
    return erased;
  }

  private void read() throws IOException {
    TableFiles files = new TableFiles(warehouse, HistoryTable.WITHDRAWALS);
    for (List<DataFile> day : files.byDay().values()) {
      for (DataFile file : day) {
        try (CloseableIterable<Record> rows = files.read(file)) {
          rows.forEach(this::add);
        }
      }
    }
  }

  private void add(Record withdrawal) {
    withdrawn.add(withdrawal);
    if (!looked.hasSought(Withdrawn.identity(withdrawal))) {
      fresh.add(withdrawal);
    }
  }

  private static boolean isWithdrawn(Record post, Withdrawn sought) {
    return sought.identities().contains((String) post.getField("identity"))
        && !Boolean.TRUE.equals(post.getField("withdrawn"));
  }

  private static Record blank(Record post) {
    Record blank = post.copy();
    Personal.TEXTS.forEach(column -> blank.setField(column, null));
    Personal.LISTS.forEach(column -> blank.setField(column, List.of()));
    blank.setField("withdrawn", true);
    return blank;
  }

  private static boolean quotes(Record update, Withdrawn sought) {
    String details = (String) update.getField("details");
    return details != null && !struck(details, sought).equals(details);
  }

  private static Record strike(Record update, Withdrawn sought) {
    Record struck = update.copy();
    struck.setField("details", struck((String) update.getField("details"), sought));
    return struck;
  }

  private static String struck(String details, Withdrawn sought) {
    try {
      return WithdrawnTexts.strike(details, sought.keys());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // A row was made of it, so it is JSON.
    }
  }

  private int rewrite(
      HistoryTable table,
      String column,
      BiPredicate<Record, Withdrawn> affected,
      BiFunction<Record, Withdrawn, Record> change)
      throws IOException {
    TableFiles files = new TableFiles(warehouse, table);
    Set<String> known = read.computeIfAbsent(table, one -> new HashSet<>());
    Schema seen = files.table().schema().select(column, "withdrawn");
    int changed = 0;
    for (List<DataFile> day : files.byDay().values()) {
      List<DataFile> old = new ArrayList<>();
      List<DataFile> anew = new ArrayList<>();
      for (DataFile file : day) {
        Withdrawn sought = looked.hasRead(table, file) ? fresh : withdrawn;
        Predicate<Record> erase = row -> affected.test(row, sought);
        if (!sought.identities().isEmpty() && count(files.read(file, seen), erase) > 0) {
          old.add(file);
          changed += write(files, file, erase, row -> change.apply(row, sought), anew);
        }
        known.add(file.location());
      }
      if (!old.isEmpty()) {
        files.replace(old, anew);
        anew.forEach(file -> known.add(file.location()));
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
