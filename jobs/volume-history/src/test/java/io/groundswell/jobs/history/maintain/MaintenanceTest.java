package io.groundswell.jobs.history.maintain;

import static io.groundswell.jobs.history.table.Rows.all;
import static io.groundswell.jobs.history.table.Rows.append;
import static io.groundswell.jobs.history.table.Rows.at;
import static io.groundswell.jobs.history.table.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.Record;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceTest {
  private static final Retention AT_ONCE =
      new Retention(Map.of(HistoryTable.POSTS, 90), Duration.ZERO, Duration.ofDays(7));
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  @TempDir private Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void open() throws IOException {
    warehouse = Warehouse.open(WarehouseFolder.make(folder));
    warehouse.prepare();
    for (HistoryTable table : HistoryTable.values()) {
      // What is compressed could not be found in a file.
      warehouse
          .table(table)
          .updateProperties()
          .set(TableProperties.PARQUET_COMPRESSION, "uncompressed")
          .commit();
    }
  }

  @AfterEach
  void close() throws IOException {
    warehouse.close();
  }

  @Test
  void aDayThatIsOverBecomesOneSortedFileOfTheSameRows() throws IOException {
    Random random = new Random(10);
    for (int file = 0; file < 8; file++) {
      append(warehouse, HistoryTable.VOLUMES, volumes(random, "2026-03-05T10:0" + file, 40));
    }
    append(warehouse, HistoryTable.VOLUMES, volumes(random, "2026-03-06T00:00", 3));
    append(warehouse, HistoryTable.VOLUMES, volumes(random, "2026-03-06T00:01", 3));
    List<String> before = told();

    Maintenance.Done done = new Maintenance(warehouse, AT_ONCE).run(LATER.toEpochMilli());

    assertThat(done.merged()).isEqualTo(7);
    assertThat(told()).containsExactlyInAnyOrderElementsOf(before);
    List<List<DataFile>> days = List.copyOf(files(HistoryTable.VOLUMES).byDay().values());
    assertThat(days).extracting(List::size).containsExactly(1, 2);
    List<Record> sorted = new ArrayList<>();
    try (var rows = files(HistoryTable.VOLUMES).read(days.get(0).get(0))) {
      rows.forEach(sorted::add);
    }
    assertThat(sorted).isSortedAccordingTo(new RowOrder(HistoryTable.VOLUMES));
    assertThat(new Maintenance(warehouse, AT_ONCE).run(LATER.toEpochMilli()).merged()).isZero();
  }

  @Test
  void aDayIsOneFileEvenWhereRowsTakeMuchMoreMemoryThanDisk() throws IOException {
    String same = "a".repeat(200);
    for (int file = 0; file < 4; file++) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int i = 0; i < 6_000; i++) {
        String subject = same + (file + 4 * i);
        rows.add(row("subject", subject, "bucket_start", at("2026-03-05T10:00:00Z")));
      }
      append(warehouse, HistoryTable.VOLUMES, rows);
    }
    append(warehouse, HistoryTable.VOLUMES, volumes(new Random(10), "2026-03-06T00:00", 1));

    new Maintenance(warehouse, AT_ONCE).run(LATER.toEpochMilli());

    assertThat(files(HistoryTable.VOLUMES).byDay().values())
        .extracting(List::size)
        .containsExactly(1, 1);
    assertThat(new Maintenance(warehouse, AT_ONCE).run(LATER.toEpochMilli()).merged()).isZero();
  }

  @Test
  void todayIsMergedOnceItHasManyFiles() throws IOException {
    Random random = new Random(10);
    for (int file = 0; file < Compaction.MANY; file++) {
      append(
          warehouse,
          HistoryTable.VOLUMES,
          volumes(random, "2026-03-06T00:%02d".formatted(file), 2));
    }
    new Maintenance(warehouse, AT_ONCE).run(LATER.toEpochMilli());
    assertThat(files(HistoryTable.VOLUMES).byDay().values())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
  }

  @Test
  void whatIsOlderThanItsDaysIsForgottenCountedFromTheNewestDayThereIs() throws IOException {
    append(warehouse, HistoryTable.POSTS, List.of(post("a", "2015-01-01T10:00:00Z", "gone")));
    append(warehouse, HistoryTable.POSTS, List.of(post("b", "2015-01-02T10:00:00Z", "stays")));
    append(
        warehouse,
        HistoryTable.LEDGER,
        List.of(row("minute", at("2015-04-01T23:00:00Z"), "outcome", "complaints", "count", 2L)));
    assertThat(filesWith("gone")).hasSize(1);

    new Maintenance(warehouse, AT_ONCE).run(LATER.toEpochMilli());

    assertThat(all(warehouse, HistoryTable.POSTS))
        .extracting(post -> post.getField("text"))
        .containsExactly("stays");
    assertThat(filesWith("gone")).isEmpty();
    assertThat(all(warehouse, HistoryTable.LEDGER)).hasSize(1);
  }

  @Test
  void aWithdrawnTextIsInNoFileAfterTwoRunsAndItsRowStillCounts() throws IOException {
    append(
        warehouse,
        HistoryTable.POSTS,
        List.of(
            post("a", "2026-03-05T10:00:00Z", "Abracadabra withdrawn"),
            post("b", "2026-03-05T10:01:00Z", "Simsalabim stays")));
    append(
        warehouse,
        HistoryTable.INCIDENTS,
        List.of(
            row(
                "incident_id",
                "shop:1",
                "updated_at",
                at("2026-03-05T10:05:00Z"),
                "details",
                "{\"examples\":[{\"post_id\":\"a\",\"source\":\"x\",\"text\":\"Abracadabra withdrawn\"},"
                    + "{\"post_id\":\"b\",\"source\":\"x\",\"text\":\"Simsalabim stays\"}]}")));
    append(
        warehouse,
        HistoryTable.WITHDRAWALS,
        List.of(
            row("source", "x", "id", "a", "identity", "id-a", "at", at("2026-03-06T00:00:00Z"))));

    assertThat(filesWith("Abracadabra")).hasSize(2);

    Maintenance maintenance = new Maintenance(warehouse, AT_ONCE);
    assertThat(maintenance.run(LATER.toEpochMilli()).erased()).isEqualTo(2);
    assertThat(maintenance.run(LATER.toEpochMilli()).erased()).isZero();

    assertThat(filesWith("Abracadabra")).isEmpty();
    assertThat(all(warehouse, HistoryTable.POSTS))
        .extracting(post -> post.getField("text"), post -> post.getField("withdrawn"))
        .containsExactlyInAnyOrder(tuple(null, true), tuple("Simsalabim stays", false));
    assertThat(all(warehouse, HistoryTable.INCIDENTS))
        .singleElement()
        .extracting(update -> update.getField("details").toString())
        .asString()
        .contains("Simsalabim")
        .doesNotContain("\"a\"");
  }

  @Test
  void postAndWithdrawalMayComeInAnyOrderAndNoFileIsReadTwiceForTheSame() throws IOException {
    Maintenance maintenance = new Maintenance(warehouse, AT_ONCE);
    append(
        warehouse, HistoryTable.POSTS, List.of(post("a", "2026-03-05T10:00:00Z", "Abracadabra")));
    append(
        warehouse, HistoryTable.POSTS, List.of(post("b", "2026-03-05T10:01:00Z", "Abracadabra")));
    append(warehouse, HistoryTable.POSTS, List.of(post("c", "2026-03-05T10:02:00Z", "Simsalabim")));
    withdraw("a");
    assertThat(maintenance.run(LATER.toEpochMilli()).erased()).isEqualTo(1);

    withdraw("d");
    assertThat(maintenance.run(LATER.toEpochMilli()).erased()).isZero();
    append(
        warehouse, HistoryTable.POSTS, List.of(post("d", "2026-03-05T10:03:00Z", "Abracadabra")));
    assertThat(maintenance.run(LATER.toEpochMilli()).erased()).isEqualTo(1);
    withdraw("b");
    assertThat(maintenance.run(LATER.toEpochMilli()).erased()).isEqualTo(1);

    List<Path> posts = dataFiles(HistoryTable.POSTS);
    assertThat(posts).hasSize(4);
    for (Path file : posts) {
      Files.move(file, folder.resolve(file.getFileName()));
    }
    assertThat(maintenance.run(LATER.toEpochMilli()).erased()).isZero();
    for (Path file : posts) {
      Files.move(folder.resolve(file.getFileName()), file);
    }
    assertThat(all(warehouse, HistoryTable.POSTS))
        .extracting(row -> row.getField("text"))
        .containsExactlyInAnyOrder(null, null, null, "Simsalabim");
    assertThat(filesWith("Abracadabra")).isEmpty();
  }

  private void withdraw(String id) throws IOException {
    append(
        warehouse,
        HistoryTable.WITHDRAWALS,
        List.of(
            row(
                "source",
                "x",
                "id",
                id,
                "identity",
                "id-" + id,
                "at",
                at("2026-03-06T00:00:00Z"))));
  }

  private List<Path> dataFiles(HistoryTable table) throws IOException {
    return files(table).byDay().values().stream()
        .flatMap(List::stream)
        .map(file -> Path.of(file.location().replaceFirst("^file:", "")))
        .toList();
  }

  @Test
  void whatAKilledJobLeftIsDeletedOnceItIsOldAndNothingElseIs() throws IOException {
    append(warehouse, HistoryTable.VOLUMES, volumes(new Random(1), "2026-03-05T10:00", 4));
    List<String> before = told();
    Path data = Path.of(URI.create(warehouse.table(HistoryTable.VOLUMES).location()));
    Path old = Files.writeString(data.resolve("old.parquet"), "left");
    Path fresh = Files.writeString(data.resolve("fresh.parquet"), "being written");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));

    new Maintenance(warehouse, AT_ONCE).run(System.currentTimeMillis());

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(told()).containsExactlyInAnyOrderElementsOf(before);
  }

  private TableFiles files(HistoryTable table) {
    return new TableFiles(warehouse, table);
  }

  private List<String> told() throws IOException {
    return all(warehouse, HistoryTable.VOLUMES).stream().map(Record::toString).toList();
  }

  private static List<Map<String, Object>> volumes(Random random, String minute, int subjects) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      rows.add(
          row(
              "scope",
              i % 3 == 0 ? "region" : "product",
              "subject",
              "p" + i,
              "bucket_start",
              at(minute + ":00Z"),
              "posts",
              1 + random.nextInt(9)));
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static Map<String, Object> post(String id, String time, String text) {
    return row(
        "source",
        "x",
        "id",
        id,
        "identity",
        "id-" + id,
        "bucket_start",
        at(time),
        "created_at",
        at(time),
        "text",
        text,
        "withdrawn",
        false);
  }

  /** Every file of the warehouse in which a text can be found, whatever its kind. */
  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
