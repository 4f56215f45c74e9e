package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.DataWriter;

/** What {@code history --maintain} makes of many small files. */
final class Merged {
  private static final int SMALL_DAYS = 3;
  private static final int SMALL_FILES = 48;

  private final OwnProcess processes;

  Merged(OwnProcess processes) {
    this.processes = processes;
  }

  /**
   * A day of a table, before and after.
   *
   * @param rows that it has, before as after
   * @param before sizes of its files in bytes
   * @param after the same
   */
  record Day(String table, int day, long rows, List<Long> before, List<Long> after) {
    /** As few files as the largest size allows, of which none is too large. */
    boolean held() {
      long size = after.stream().mapToLong(Long::longValue).sum();
      long wanted = Math.max(1, (size + Warehouse.LARGEST_FILE - 1) / Warehouse.LARGEST_FILE);
      return after.size() == wanted
          && after.stream().allMatch(one -> one <= Warehouse.LARGEST_FILE);
    }
  }

  /**
   * What was measured.
   *
   * @param days that were over
   */
  record Result(OwnProcess.Took took, List<Day> days) {}

  /** Merges what a history job has written, and some days of small files beside that. */
  Result written(Path folder, int subjects) throws Exception {
    try (Warehouse warehouse = Warehouse.open(Place.folder(folder))) {
      TableFiles volumes = new TableFiles(warehouse, HistoryTable.VOLUMES);
      int last = volumes.byDay().lastKey();
      for (int day = 1; day <= SMALL_DAYS; day++) {
        small(volumes, LocalDate.ofEpochDay(last + day), Subjects.of(subjects), SMALL_FILES);
      }
      for (HistoryTable table : HistoryTable.values()) {
        goOn(new TableFiles(warehouse, table), table, SMALL_DAYS);
      }
    }
    return merge(folder);
  }

  /** Merges one large day. */
  Result large(Path folder, int rows, int files) throws Exception {
    Files.createDirectories(folder);
    int subjects = rows / (VolumeDay.MINUTES / 10);
    try (Warehouse warehouse = Warehouse.open(Place.folder(folder))) {
      warehouse.prepare();
      TableFiles volumes = new TableFiles(warehouse, HistoryTable.VOLUMES);
      small(volumes, Year.FIRST, Subjects.of(Math.max(100, subjects)), files);
      goOn(volumes, HistoryTable.VOLUMES, 1);
    }
    return merge(folder);
  }

  private static void small(TableFiles files, LocalDate day, List<Watched> subjects, int count)
      throws IOException {
    VolumeDay rows = new VolumeDay(subjects, day);
    AppendFiles append = files.table().newAppend();
    for (int i = 0; i < count; i++) {
      DataWriter<Record> writer = files.writer(Year.partition(files, day), false);
      try (writer) {
        int from = VolumeDay.MINUTES * i / count;
        int until = VolumeDay.MINUTES * (i + 1) / count;
        rows.unsorted(files.table().schema(), from, until, writer::write);
      }
      append.appendFile(writer.toDataFile());
    }
    append.commit();
  }

  /** One row later: a day that is over is merged whatever it has. */
  private static void goOn(TableFiles files, HistoryTable table, int days) throws IOException {
    SortedMap<Integer, List<DataFile>> all = files.byDay();
    if (all.isEmpty()) {
      return;
    }
    LocalDate day = LocalDate.ofEpochDay(all.lastKey() + days);
    Record row = GenericRecord.create(files.table().schema());
    row.setField(table.time(), day.atStartOfDay().atOffset(ZoneOffset.UTC));
    DataWriter<Record> writer = files.writer(Year.partition(files, day), false);
    try (writer) {
      writer.write(row);
    }
    files.table().newAppend().appendFile(writer.toDataFile()).commit();
  }

  private Result merge(Path folder) throws Exception {
    List<Day> before = days(folder);
    OwnProcess.Took took = processes.run("history", "--warehouse", folder.toString(), "--maintain");
    List<Day> after = days(folder);
    List<Day> both = new ArrayList<>();
    for (Day old : before) {
      for (Day now : after) {
        if (now.table.equals(old.table) && now.day == old.day) {
          require(old, now);
          both.add(new Day(old.table, old.day, old.rows, old.after, now.after));
        }
      }
    }
    return new Result(took, both);
  }

  private static void require(Day before, Day after) {
    if (before.rows != after.rows) {
      throw new IllegalStateException(
          "%s: %,d rows were merged into %,d".formatted(before.table, before.rows, after.rows));
    }
  }

  /** All days but the last of each table. */
  private static List<Day> days(Path folder) throws IOException {
    List<Day> days = new ArrayList<>();
    try (Warehouse warehouse = Warehouse.open(Place.folder(folder))) {
      for (HistoryTable table : HistoryTable.values()) {
        SortedMap<Integer, List<DataFile>> all = new TableFiles(warehouse, table).byDay();
        if (!all.isEmpty()) {
          for (Map.Entry<Integer, List<DataFile>> day : all.headMap(all.lastKey()).entrySet()) {
            days.add(day(table, day.getKey(), day.getValue()));
          }
        }
      }
    }
    return days;
  }

  private static Day day(HistoryTable table, int day, List<DataFile> files) {
    List<Long> sizes = files.stream().map(DataFile::fileSizeInBytes).toList();
    long rows = files.stream().mapToLong(DataFile::recordCount).sum();
    return new Day(table.label(), day, rows, List.of(), sizes);
  }
}
