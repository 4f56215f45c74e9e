package io.groundswell.jobs.history.table;

import static io.groundswell.jobs.history.table.Rows.all;
import static io.groundswell.jobs.history.table.Rows.append;
import static io.groundswell.jobs.history.table.Rows.at;
import static io.groundswell.jobs.history.table.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.history.connector.WarehouseFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
  @TempDir private Path folder;

  @Test
  void aTableOfAnOlderVersionGetsTheColumnsItLacksAndKeepsItsRowsAndColumns() throws Exception {
    try (Warehouse warehouse = Warehouse.open(WarehouseFolder.make(folder))) {
      warehouse.prepare();
      warehouse
          .table(HistoryTable.VERDICTS)
          .updateSchema()
          .deleteColumn("note")
          .addColumn("from_a_newer_version", Types.StringType.get())
          .commit();
      append(
          warehouse,
          HistoryTable.VERDICTS,
          List.of(row("incident_id", "shop:1", "at", at("2026-03-06T00:00:00Z"))));

      warehouse.prepare();

      append(
          warehouse,
          HistoryTable.VERDICTS,
          List.of(row("incident_id", "shop:2", "at", at("2026-03-06T00:00:00Z"), "note", "noise")));
      assertThat(warehouse.table(HistoryTable.VERDICTS).schema().columns())
          .extracting(Types.NestedField::name)
          .contains("note", "from_a_newer_version");
      assertThat(all(warehouse, HistoryTable.VERDICTS))
          .extracting(row -> row.getField("note"))
          .containsExactlyInAnyOrder(null, "noise");
    }
  }

  @Test
  void whatIsWrittenAboutTheTablesIsTrue() throws Exception {
    String written = Files.readString(Path.of("TABLES.md"));
    for (HistoryTable table : HistoryTable.values()) {
      assertThat(written).contains(described(table));
    }
  }

  private static String described(HistoryTable table) {
    return "## %s%n%nA day of `%s` in UTC is a partition; sorted by %s.%n%n| column | type | |%n|---|---|---|%n%s"
        .formatted(
            table.label(),
            table.time(),
            table.order().stream().map("`%s`"::formatted).collect(Collectors.joining(", ")),
            table.columns().stream()
                .map(
                    column ->
                        "| `%s` | %s | %s |%n"
                            .formatted(column.name(), column.type(), column.meaning()))
                .collect(Collectors.joining()));
  }
}
