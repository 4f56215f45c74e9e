package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.DataWriter;

/** Days of volumes in a warehouse, each one sorted file, as compaction leaves them. */
final class Year implements AutoCloseable {
  static final LocalDate FIRST = LocalDate.parse("2025-01-01");
  private static final int THREADS = 2;
  private static final int DAYS_OF_A_COMMIT = 10;

  private final List<Watched> subjects;
  private final TableFiles files;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private int days;
  private long rows;
  private long bytes;
  private long nanos;

  Year(Warehouse warehouse, int subjects) {
    this.subjects = Subjects.of(subjects);
    this.files = new TableFiles(warehouse, HistoryTable.VOLUMES);
  }

  /** Is told how far it has come. */
  interface Progress {
    void at(Year year);
  }

  /** Adds days until there are so many, or more bytes than allowed. */
  void write(int until, long most, Progress progress) throws Exception {
    while (days < until && bytes <= most) {
      long begin = System.nanoTime();
      append(Math.min(DAYS_OF_A_COMMIT, until - days));
      nanos += System.nanoTime() - begin;
      progress.at(this);
    }
  }

  private void append(int more) throws Exception {
    List<Future<DataFile>> written = new ArrayList<>();
    for (int i = 0; i < more; i++) {
      LocalDate day = FIRST.plusDays(days + i);
      written.add(workers.submit(() -> day(day)));
    }
    AppendFiles append = files.table().newAppend();
    for (Future<DataFile> file : written) {
      DataFile one = get(file);
      append.appendFile(one);
      rows += one.recordCount();
      bytes += one.fileSizeInBytes();
    }
    append.commit();
    days += more;
  }

  private static DataFile get(Future<DataFile> file) throws Exception {
    try {
      return file.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a day cannot be written", e.getCause());
    }
  }

  private DataFile day(LocalDate day) throws IOException {
    DataWriter<Record> writer = files.writer(partition(files, day), true);
    try (writer) {
      new VolumeDay(subjects, day).rows(files.table().schema(), writer::write);
    }
    return writer.toDataFile();
  }

  /** The partition of a day. */
  static PartitionData partition(TableFiles files, LocalDate day) {
    PartitionData partition = new PartitionData(files.table().spec().partitionType());
    partition.set(0, (int) day.toEpochDay());
    return partition;
  }

  int days() {
    return days;
  }

  long rows() {
    return rows;
  }

  long bytes() {
    return bytes;
  }

  double seconds() {
    return nanos / 1e9;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
