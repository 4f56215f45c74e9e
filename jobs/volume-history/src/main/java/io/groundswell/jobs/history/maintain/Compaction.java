package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.iceberg.io.DataWriter;

/**
 * Makes one sorted file of a day's many, or as few as the largest size allows: a day that is over
 * as soon as it has more, today when it has many. What is not sorted yet is sorted in pieces that
 * fit into memory; sorted files are merged, whatever their size.
 */
final class Compaction {
  /** So many files of today may wait. */
  static final int MANY = 24;

  /** Files that are replaced in one commit: a loaded year must not take one for each day. */
  private static final int AT_ONCE = 500;

  /** Rows that are sorted at once: some 200 MB in memory. */
  private static final int PIECE = 300_000;

  private final TableFiles files;
  private final Comparator<Record> order;

  Compaction(HistoryTable table, TableFiles files) {
    this.files = files;
    this.order = new RowOrder(table);
  }

  /**
   * Compacts the days that need it.
   *
   * @return how many files there are fewer
   */
  int run() throws IOException {
    int fewer = 0;
    List<DataFile> old = new ArrayList<>();
    List<DataFile> fresh = new ArrayList<>();
    SortedMap<Integer, List<DataFile>> days = files.byDay();
    for (Map.Entry<Integer, List<DataFile>> day : days.entrySet()) {
      boolean over = day.getKey() < days.lastKey();
      if (over ? !isCompact(day.getValue()) : day.getValue().size() >= MANY) {
        List<DataFile> compacted = compact(day.getValue());
        day.getValue().stream().filter(file -> !compacted.contains(file)).forEach(old::add);
        compacted.stream().filter(file -> !day.getValue().contains(file)).forEach(fresh::add);
        if (old.size() >= AT_ONCE) {
          fewer += replace(old, fresh);
        }
      }
    }
    return fewer + replace(old, fresh);
  }

  private int replace(List<DataFile> old, List<DataFile> fresh) {
    int fewer = old.size() - fresh.size();
    if (!old.isEmpty()) {
      files.replace(old, fresh);
      old.clear();
      fresh.clear();
    }
    return fewer;
  }

  private boolean isCompact(List<DataFile> day) {
    return day.size() <= wanted(day) && day.stream().allMatch(files::isSorted);
  }

  private static long wanted(List<DataFile> day) {
    long size = day.stream().mapToLong(DataFile::fileSizeInBytes).sum();
    return Math.max(1, (size + Warehouse.LARGEST_FILE - 1) / Warehouse.LARGEST_FILE);
  }

  private List<DataFile> compact(List<DataFile> day) throws IOException {
    List<DataFile> others = day.stream().filter(file -> !files.isSorted(file)).toList();
    List<DataFile> pieces = others.isEmpty() ? List.of() : sort(others);
    List<DataFile> sorted =
        Stream.concat(day.stream().filter(files::isSorted), pieces.stream()).toList();
    if (sorted.size() <= wanted(sorted)) {
      return sorted;
    }
    List<DataFile> merged = merge(sorted);
    pieces.forEach(files::delete); // No snapshot has known them.
    return merged;
  }

  private List<DataFile> sort(List<DataFile> unsorted) throws IOException {
    StructLike day = unsorted.get(0).partition();
    List<DataFile> pieces = new ArrayList<>();
    List<Record> piece = new ArrayList<>();
    for (DataFile file : unsorted) {
      try (CloseableIterable<Record> rows = files.read(file);
          CloseableIterator<Record> each = rows.iterator()) {
        while (each.hasNext()) {
          piece.add(each.next());
          if (piece.size() == PIECE) {
            pieces.add(write(day, piece));
            piece = new ArrayList<>();
          }
        }
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(write(day, piece));
    }
    return pieces;
  }

  private DataFile write(StructLike day, List<Record> piece) throws IOException {
    piece.sort(order);
    return write(day, piece.iterator(), Long.MAX_VALUE);
  }

  private List<DataFile> merge(List<DataFile> sorted) throws IOException {
    StructLike day = sorted.get(0).partition();
    long size = sorted.stream().mapToLong(DataFile::fileSizeInBytes).sum();
    long share = size / wanted(sorted) + (size / wanted(sorted)) / 20;
    List<DataFile> merged = new ArrayList<>();
    try (Merging rows = new Merging(sorted.stream().map(files::read).toList(), order)) {
      while (rows.hasNext()) {
        // What a writer holds in memory counts as more than it will be in the file. The last file
        // takes
        // the rest, or there were one more than wanted, and the day would be merged again for ever.
        boolean last = merged.size() + 1 == wanted(sorted);
        merged.add(write(day, rows, last ? Long.MAX_VALUE : share));
      }
    }
    return merged;
  }

  /** Writes rows up to a size. */
  private DataFile write(StructLike day, Iterator<Record> rows, long most) throws IOException {
    DataWriter<Record> writer = files.writer(day, true);
    try (writer) {
      int written = 0;
      while (rows.hasNext() && (++written % 10_000 != 0 || writer.length() < most)) {
        writer.write(rows.next());
      }
    }
    return writer.toDataFile();
  }
}
