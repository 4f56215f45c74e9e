package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.connector.ReportFiles;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingIT {
  @TempDir private Path folder;

  @Test
  void aReportBecomesTables() throws Exception {
    Path report = Files.createDirectory(folder.resolve("report"));
    Files.writeString(report.resolve("summary.json"), "{\"complaints\": 3}");
    Files.writeString(
        report.resolve("volumes.csv"),
        """
        subject,bucket_start,observed,posts,expected,evidence,level
        shop/checkout,2026-03-06T13:20:00Z,3,4,0.16,6.3,extreme
        @IT,2026-03-07T13:21:00Z,2,2,0.1,4,calm
        """);
    Place place = WarehouseFolder.make(folder.resolve("warehouse"));
    new Loading(place, ReportFiles.in(report)).run(0);
    try (Warehouse warehouse = Warehouse.open(place)) {
      List<Record> rows = new ArrayList<>();
      try (var all = IcebergGenerics.read(warehouse.table(HistoryTable.VOLUMES)).build()) {
        all.forEach(rows::add);
      }
      assertThat(new TableFiles(warehouse, HistoryTable.VOLUMES).byDay().values())
          .as("what the sink writes is not taken for sorted")
          .allSatisfy(day -> assertThat(day).allMatch(file -> file.sortOrderId() == 0));
      assertThat(rows).hasSize(2);
    }
  }
}
