package io.groundswell.jobs.history.table;

import io.groundswell.jobs.history.maintain.TableFiles;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.DataWriter;

/** Rows of a table in tests: put there, a file a day and call, and read again. */
public final class Rows {
  private Rows() {}

  /** A row of which some columns are given, by name and value in turns. */
  public static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  /** A moment, from RFC 3339. */
  public static OffsetDateTime at(String time) {
    return OffsetDateTime.parse(time).withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** Appends rows, a new file for each of their days. */
  public static void append(Warehouse warehouse, HistoryTable table, List<Map<String, Object>> rows)
      throws IOException {
    TableFiles files = new TableFiles(warehouse, table);
    Map<Object, DataWriter<Record>> writers = new LinkedHashMap<>();
    PartitionKey key = new PartitionKey(files.table().spec(), files.table().schema());
    InternalRecordWrapper internal = new InternalRecordWrapper(files.table().schema().asStruct());
    for (Map<String, Object> row : rows) {
      Record record = GenericRecord.create(files.table().schema());
      row.forEach(record::setField);
      key.partition(internal.wrap(record));
      PartitionKey day = key.copy();
      writers.computeIfAbsent(day, one -> files.writer(day, false)).write(record);
    }
    List<DataFile> written = new ArrayList<>();
    for (DataWriter<Record> writer : writers.values()) {
      writer.close();
      written.add(writer.toDataFile());
    }
    AppendFiles append = files.table().newAppend();
    written.forEach(append::appendFile);
    append.commit();
  }

  /** All rows, in the order in which they lie in the files. */
  public static List<Record> all(Warehouse warehouse, HistoryTable table) throws IOException {
    List<Record> all = new ArrayList<>();
    try (var rows = IcebergGenerics.read(warehouse.table(table)).build()) {
      rows.forEach(row -> all.add(row.copy()));
    }
    return all;
  }
}
