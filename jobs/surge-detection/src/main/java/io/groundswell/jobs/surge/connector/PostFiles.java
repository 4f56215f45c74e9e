package io.groundswell.jobs.surge.connector;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Files that hold posts.
 *
 * @param paths as given on the command line; {@code -} is standard input
 * @param csv rows with a header instead of JSON lines
 * @param columns for CSV: field of a post to column name
 */
public record PostFiles(List<String> paths, boolean csv, Map<String, String> columns)
    implements Serializable {

  /** Opens one of the files. */
  public RecordCutter open(String path) throws IOException {
    return csv ? new CsvRecords(new RecordFile(path, true), columns) : new RecordFile(path, false);
  }
}
