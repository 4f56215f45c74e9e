package io.groundswell.jobs.history.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warehouses that lack something, or have too much: only what Iceberg lists is read. */
@SuppressWarnings("NullAway.Init")
class BrokenWarehouseIT {
  private static final String COUNT = "SELECT count(*) FROM volumes";

  @TempDir private Path folder;
  private Path warehouse;
  private Place place;

  @BeforeEach
  void make() throws IOException {
    warehouse = folder.resolve("a warehouse");
    place = ManyFiles.make(warehouse);
  }

  @Test
  void aFileThatNobodyListsIsNotRead() throws Exception {
    Path file = dataFiles().get(0);
    Files.copy(file, file.resolveSibling("orphan.parquet"));
    assertThat(Asked.rows(warehouse, COUNT)).containsExactly("240");
  }

  @Test
  void aTableWithoutRowsIsAnEmptyOne() {
    assertThat(Asked.rows(warehouse, "SELECT count(*), max(text) FROM complaints"))
        .containsExactly("0,");
    assertThat(Asked.rows(warehouse, "SELECT products[1] FROM posts")).isEmpty();
  }

  @Test
  void aColumnThatWasAddedLaterIsNullInOlderFiles() throws Exception {
    try (Warehouse opened = Warehouse.open(place)) {
      Table table = opened.table(HistoryTable.VOLUMES);
      table.updateSchema().deleteColumn("evidence").commit();
      assertThat(Asked.rows(warehouse, "SELECT max(evidence) FROM volumes")).containsExactly("");
      opened.prepare();
    }
    assertThat(Asked.rows(warehouse, "SELECT count(*), max(evidence) FROM volumes"))
        .containsExactly("240,");
  }

  @Test
  void aFileThatIsGoneIsNamed() throws Exception {
    Path file = dataFiles().get(0);
    Files.delete(file);
    assertThat(failed(COUNT)).contains("volumes: its file ", file.getFileName() + " is gone");
    assertThat(Asked.of(warehouse, "SELECT count(*) FROM posts").exit()).isZero();
  }

  @Test
  void aFileThatWasCutOffIsNamed() throws Exception {
    Path file = dataFiles().get(0);
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(100);
    }
    assertThat(failed(COUNT)).contains(file.getFileName() + " has 100 bytes of ", "cut off");
  }

  @Test
  void aFileOfOtherBytesIsNotBelieved() throws Exception {
    Path file = dataFiles().get(0);
    Files.write(file, new byte[(int) Files.size(file)]);
    assertThat(failed("SELECT * FROM volumes")).contains(file.getFileName().toString());
  }

  @Test
  void aTableThatIsMissingIsNamed() throws Exception {
    Place empty = WarehouseFolder.make(folder.resolve("empty"));
    try (Warehouse opened = Warehouse.open(empty)) {
      assertThat(opened.has(HistoryTable.POSTS)).isFalse();
    }
    Asked asked = Asked.of(folder.resolve("empty"), "SELECT * FROM complaints");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.err()).contains("has no table posts").hasLineCount(1);
  }

  @Test
  void aFolderThatIsNoWarehouseIsNamed() {
    Asked asked = Asked.of(folder.resolve("nowhere"), COUNT);
    assertThat(asked.exit()).isEqualTo(2);
    assertThat(asked.err()).contains("nowhere is no warehouse").hasLineCount(1);
  }

  @Test
  void aCatalogueOfOtherBytesIsNamed() throws Exception {
    Files.write(warehouse.resolve(Place.FILE), new byte[10_000]);
    for (String rest : List.of("-wal", "-shm")) {
      Files.deleteIfExists(warehouse.resolve(Place.FILE + rest));
    }
    assertThat(failed(COUNT)).contains("cannot be read");
  }

  @Test
  void aCatalogueThatSomebodyElseHasLockedIsNamedAndNothingIsLost() throws Exception {
    Map<String, String> impatient = new HashMap<>(place.properties());
    impatient.computeIfPresent("uri", (key, uri) -> uri.replace("30000", "100"));
    HistoryQuery query =
        new HistoryQuery(
            new Place(impatient), new QueryLimits(ZoneId.of("UTC"), Duration.ofMinutes(1), 200, 1));
    String catalogue = "jdbc:sqlite:" + warehouse.resolve(Place.FILE);
    try (Connection other = DriverManager.getConnection(catalogue);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(() -> query.files(COUNT))
          .isInstanceOf(HistoryFailure.class)
          .hasMessageContaining("locked by another process; wait until it has ended");
    }
    assertThat(Asked.rows(warehouse, COUNT)).containsExactly("240");
  }

  @Test
  void aTablesOwnFileThatIsGoneIsNamed() throws Exception {
    for (Path file : files("metadata.json")) {
      Files.delete(file);
    }
    assertThat(failed(COUNT)).contains("cannot be read", ".metadata.json");
  }

  @Test
  void deletedRowsAreNotShownAsIfTheyWereThere() throws Exception {
    try (Warehouse opened = Warehouse.open(place)) {
      Table table = opened.table(HistoryTable.VOLUMES);
      String data = DataFiles.of(table, Expressions.alwaysTrue()).get(0);
      table
          .newRowDelta()
          .addDeletes(
              FileMetadata.deleteFileBuilder(table.spec())
                  .ofPositionDeletes()
                  .withPartitionPath("day=2026-10-26")
                  .withPath("file:" + data + ".deletes")
                  .withFormat("PARQUET")
                  .withFileSizeInBytes(10)
                  .withRecordCount(1)
                  .build())
          .commit();
    }
    assertThat(failed(COUNT)).contains("another engine has deleted rows");
  }

  private String failed(String sql) {
    Asked asked = Asked.of(warehouse, sql);
    assertThat(asked.exit()).as(asked.out() + asked.err()).isEqualTo(1);
    assertThat(asked.err()).hasLineCount(1);
    return asked.err();
  }

  private List<Path> dataFiles() throws IOException {
    return files(".parquet");
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().contains("volumes") && file.toString().endsWith(ending))
          .toList();
    }
  }
}
