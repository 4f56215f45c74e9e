package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.parquet.Parquet;
import org.jspecify.annotations.Nullable;

/** The files of a table as it is now, read and written row by row. */
public final class TableFiles {
  private final Table table;
  private final OutputFileFactory names;
  private @Nullable Snapshot planned;

  /** The files of a table. */
  public TableFiles(Warehouse warehouse, HistoryTable table) {
    this.table = warehouse.table(table);
    this.names =
        OutputFileFactory.builderFor(this.table, 0, 0)
            .format(FileFormat.PARQUET)
            .operationId(UUID.randomUUID().toString())
            .build();
  }

  /** The table itself. */
  public Table table() {
    return table;
  }

  /** All files by their day in UTC, counted from 1970-01-01. */
  public SortedMap<Integer, List<DataFile>> byDay() throws IOException {
    SortedMap<Integer, List<DataFile>> days = new TreeMap<>();
    planned = table.currentSnapshot();
    if (planned == null) {
      return days;
    }
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(planned.snapshotId()).planFiles()) {
      for (FileScanTask task : tasks) {
        DataFile file = task.file();
        int day = file.partition().get(0, Integer.class);
        days.computeIfAbsent(day, one -> new ArrayList<>()).add(file);
      }
    }
    return days;
  }

  /** Whether a file's rows are in the table's order. */
  boolean isSorted(DataFile file) {
    Integer order = file.sortOrderId();
    return order != null && order > 0 && order == table.sortOrder().orderId();
  }

  /** Reads some columns of a file; to be closed. */
  public CloseableIterable<Record> read(DataFile file, Schema columns) {
    return Parquet.read(table.io().newInputFile(file.location()))
        .project(columns)
        .createReaderFunc(found -> GenericParquetReaders.buildReader(columns, found))
        .build();
  }

  /** Reads a file; to be closed. */
  public CloseableIterable<Record> read(DataFile file) {
    return read(file, table.schema());
  }

  /** A new file for rows of a day, which come in the table's order or do not. */
  public DataWriter<Record> writer(StructLike day, boolean sorted) {
    return new GenericFileWriterFactory.Builder(table)
        .dataSchema(table.schema())
        .dataFileFormat(FileFormat.PARQUET)
        .writerProperties(Map.of(Warehouse.DICTIONARY, "true"))
        .dataSortOrder(sorted ? table.sortOrder() : SortOrder.unsorted())
        .build()
        .newDataWriter(names.newOutputFile(table.spec(), day), table.spec(), day);
  }

  /** Deletes a file that no snapshot knows. */
  void delete(DataFile file) {
    table.io().deleteFile(file.location());
  }

  /**
   * Puts new files in the place of old ones that {@link #byDay()} has told of, at once for all
   * readers.
   *
   * @throws org.apache.iceberg.exceptions.ValidationException where somebody else has replaced them
   */
  void replace(List<DataFile> old, List<DataFile> fresh) {
    RewriteFiles rewrite = table.newRewrite();
    if (planned != null) {
      // Else it would look whether somebody has touched the files since the table's first snapshot,
      // which is forgotten after a while.
      rewrite.validateFromSnapshot(planned.snapshotId());
    }
    old.forEach(rewrite::deleteFile);
    fresh.forEach(rewrite::addFile);
    rewrite.commit();
  }
}
