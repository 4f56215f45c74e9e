package io.groundswell.jobs.history.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;

/** The files of a table that a query has to read, as Iceberg lists them. */
final class DataFiles {
  private DataFiles() {}

  /**
   * Paths of those that may have rows for which a condition is true.
   *
   * @throws HistoryFailure where one is not what was written
   */
  static List<String> of(Table table, Expression condition) throws IOException {
    List<String> paths = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().filter(condition).planFiles()) {
      for (FileScanTask task : tasks) {
        if (!task.deletes().isEmpty()) {
          throw new HistoryFailure(
              "%s: another engine has deleted rows, which 'query' cannot see; rewrite the table's"
                      .formatted(table.name())
                  + " data files there, then ask again");
        }
        requireWhole(table, task.file());
        paths.add(new Path(task.file().location()).toUri().getPath());
      }
    }
    return paths;
  }

  private static void requireWhole(Table table, DataFile file) {
    long length;
    try {
      length = table.io().newInputFile(file.location()).getLength();
    } catch (NotFoundException gone) {
      throw new HistoryFailure(
          "%s: its file %s is gone; bring it back from a copy of the warehouse, or load the report"
                  .formatted(table.name(), file.location())
              + " into a new one");
    }
    if (length != file.fileSizeInBytes()) {
      throw new HistoryFailure(
          "%s: its file %s has %,d bytes of %,d: it was cut off; bring it back from a copy of the"
                  .formatted(table.name(), file.location(), length, file.fileSizeInBytes())
              + " warehouse, or load the report into a new one");
    }
  }
}
