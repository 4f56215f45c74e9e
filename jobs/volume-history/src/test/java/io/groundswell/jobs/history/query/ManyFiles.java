package io.groundswell.jobs.history.query;

import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;

/** A warehouse of volumes in many small files: two files a day, each of some subjects. */
final class ManyFiles {
  /** Days on which clocks change somewhere, the turn of a year, and a leap day. */
  static final List<String> DAYS =
      List.of(
          "2024-02-29",
          "2025-12-31",
          "2026-01-01",
          "2026-03-28",
          "2026-03-29",
          "2026-03-30",
          "2026-10-04",
          "2026-10-24",
          "2026-10-25",
          "2026-10-26");

  /** Some of them look like conditions. */
  static final List<String> SUBJECTS =
      List.of("shop", "shop/pay", "bank", "@IT", "it's", "a\nscope='x'\nb", "Ünï", "😀", "?", "");

  private ManyFiles() {}

  static Place make(Path folder) throws IOException {
    Place place = WarehouseFolder.make(folder);
    Random random = new Random(7);
    try (Warehouse warehouse = Warehouse.open(place)) {
      warehouse.prepare();
      Table table = warehouse.table(HistoryTable.VOLUMES);
      for (String day : DAYS) {
        Instant begin = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        append(table, rows(table, begin, SUBJECTS.subList(0, 5), random));
        append(table, rows(table, begin, SUBJECTS.subList(5, 10), random));
      }
    }
    return place;
  }

  private static List<Record> rows(
      Table table, Instant begin, List<String> subjects, Random random) {
    List<Record> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String subject = subjects.get(random.nextInt(subjects.size()));
      GenericRecord row = GenericRecord.create(table.schema());
      row.setField("subject", subject);
      row.setField("scope", List.of("product", "component", "region").get(random.nextInt(3)));
      row.setField("product", random.nextBoolean() ? subject : null);
      // Every quarter of an hour, since days of all zones begin at one.
      Instant at = begin.plusSeconds(900L * random.nextInt(96));
      row.setField("bucket_start", at.atOffset(ZoneOffset.UTC));
      row.setField("observed", 1 + random.nextInt(5));
      row.setField("posts", 1 + random.nextInt(9));
      row.setField("expected", 0.25);
      row.setField("level", "calm");
      rows.add(row);
    }
    return rows;
  }

  /** Appends a file of rows of one day. */
  static DataFile append(Table table, List<Record> rows) throws IOException {
    PartitionKey day = new PartitionKey(table.spec(), table.schema());
    day.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(rows.get(0)));
    String path =
        table
            .locationProvider()
            .newDataLocation(table.spec(), day, "file-" + rows.hashCode() + ".parquet");
    DataWriter<Record> writer =
        Parquet.writeData(table.io().newOutputFile(path))
            .forTable(table)
            .createWriterFunc(GenericParquetWriter::create)
            .withPartition(day)
            .build();
    try (writer) {
      writer.write(rows);
    }
    table.newAppend().appendFile(writer.toDataFile()).commit();
    return writer.toDataFile();
  }
}
