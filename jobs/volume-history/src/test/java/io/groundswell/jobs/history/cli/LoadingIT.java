package io.groundswell.jobs.history.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.connector.ReportFiles;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.settings.HistoryFile;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Rows;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.cli.CommandLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Test
  void aCatalogueOfOnesOwnTakesThePlaceOfTheFolderAndAReportIsLoadedOnce() throws Exception {
    Path report = Files.createDirectory(folder.resolve("report"));
    Files.writeString(report.resolve("summary.json"), "{\"complaints\": 1}");
    Files.writeString(
        report.resolve("volumes.csv"),
        """
        subject,bucket_start,observed,posts,expected,evidence,level
        shop,2026-03-06T13:20:00Z,1,1,0.16,6.3,calm
        """);
    Path config =
        Files.writeString(
            folder.resolve("history.yaml"),
            "catalogue: {type: jdbc, uri: 'jdbc:sqlite:%s', jdbc.schema-version: V1, warehouse: 'file:%s'}\n"
                .formatted(folder.resolve("ours.db"), folder.resolve("ours")));
    String[] load = {"history", "--config", config.toString(), "--report", report.toString()};

    assertThat(CommandLines.run(load)).isZero();
    assertThat(CommandLines.run(load)).as("its rows would count twice").isEqualTo(2);

    Place place = Keeping.place(HistoryFile.read(config, Map.of()));
    try (Warehouse warehouse = Warehouse.open(place)) {
      assertThat(Rows.all(warehouse, HistoryTable.VOLUMES)).hasSize(1);
    }
    assertThat(folder.resolve("ours")).isDirectory();
  }
}
