package io.groundswell.jobs.history.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.history.connector.SnapshotFolder;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Rows;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.Command;
import io.groundswell.jobs.surge.cli.Load;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code groundswell run} with a history, in a process of its own that is killed while it reads,
 * counts, commits and merges files. {@code -Dgroundswell.kills=10} is the long version; {@code
 * -Dgroundswell.seed} repeats the kills. It mostly waits for its own processes, and so runs beside
 * other tests.
 */
@Tag("under-fire")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class HistoryUnderFireIT {
  private static final int KILLS = Integer.getInteger("groundswell.kills", 1);
  private static final long SEED = Long.getLong("groundswell.seed", 10);

  @TempDir private Path folder;

  @Test
  void theTablesAddUpToTheLedger() throws Exception {
    Random random = new Random(SEED);
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        Command command = new Command(folder)) {
      configure(broker.address());
      long sent;
      try (Load load = new Load(broker.address(), "posts", 1, SEED)) {
        for (int kill = 0; kill <= KILLS; kill++) {
          int before = posts();
          Process job = command.start("run", "groundswell.yaml");
          while (posts() <= before) {
            assertThat(job.isAlive()).as(command.said()).isTrue();
            Thread.sleep(200);
          }
          Thread.sleep(random.nextInt(6_000));
          if (kill < KILLS) {
            job.destroyForcibly().waitFor();
          }
        }
        while (bucketsSinceTheSnapshot() < 2) {
          Thread.sleep(1_000);
        }
        sent = load.stop();
      }
      Map<String, Long> books = new TopicReader(broker.address()).ledger("ledger", sent);
      long complaints = books.get("posts/complaints");
      while (rows(HistoryTable.POSTS).size() < complaints
          || sum(rows(HistoryTable.LEDGER), row -> (long) row.getField("count")) < sent) {
        Thread.sleep(1_000);
      }
      Thread.sleep(3_000); // Were anything to be written twice, it would be by now.
      check(books);
      tellAgain(command);
    }
  }

  /** From the oldest snapshot on, the live rules tell what was told between the kills. */
  private void tellAgain(Command command) throws Exception {
    Path out = folder.resolve("out");
    String warehouse = folder.resolve("warehouse").toString();
    Process backtest =
        command.start(
            "backtest", "groundswell.yaml", "--warehouse", warehouse, "--out", out.toString());
    assertThat(backtest.waitFor()).as(command.said()).isZero();
    JsonNode figures = new ObjectMapper().readTree(out.resolve("backtest.json").toFile());
    assertThat(figures.get("snapshot").isNull()).isFalse();
    assertThat(figures.get("told_again")).isEqualTo(figures.get("raised_live"));
    List<String> again = scored(out.resolve("live").resolve("volumes.csv"));
    String first = again.get(0).substring(0, again.get(0).indexOf(' '));
    String last = again.get(again.size() - 1).substring(0, first.length());
    assertThat(again)
        .hasSizeGreaterThan(10)
        .isEqualTo(
            rows(HistoryTable.VOLUMES).stream()
                .filter(row -> (int) row.getField("observed") > 0)
                .map(HistoryUnderFireIT::scored)
                .filter(row -> row.compareTo(first) >= 0 && row.compareTo(last + "~") < 0)
                .sorted()
                .toList());
  }

  /** When, about whom, how many, and what the job thought of it. */
  private static String scored(Record row) {
    return "%s %s %s %s %s %s"
        .formatted(
            ((OffsetDateTime) row.getField("bucket_start")).toInstant(),
            row.getField("subject"),
            row.getField("observed"),
            row.getField("expected"),
            row.getField("evidence"),
            row.getField("level"));
  }

  private static List<String> scored(Path volumes) throws Exception {
    try (var lines = Files.lines(volumes)) {
      return lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(
              cell ->
                  "%s %s %s %s %s %s"
                      .formatted(
                          cell[1],
                          cell[0],
                          cell[2],
                          Double.parseDouble(cell[4]),
                          Double.parseDouble(cell[5]),
                          cell[6]))
          .sorted()
          .toList();
    }
  }

  private void check(Map<String, Long> books) throws Exception {
    List<Record> ledger = rows(HistoryTable.LEDGER);
    Map<String, Long> table = new TreeMap<>();
    ledger.forEach(
        row ->
            table.merge(
                row.getField("input") + "/" + row.getField("outcome"),
                (long) row.getField("count"),
                Long::sum));
    assertThat(table).isEqualTo(books);
    List<Record> posts = rows(HistoryTable.POSTS);
    assertThat(posts).hasSize(books.get("posts/complaints").intValue());
    assertThat(posts.stream().map(row -> row.getField("identity"))).doesNotHaveDuplicates();
    assertThat(posts.stream().filter(row -> (boolean) row.getField("late")).count())
        .isEqualTo(
            sum(ledger, row -> row.getField("late") == null ? 0 : (long) row.getField("late")))
        .isPositive();
    assertThat(bySubject()).isEqualTo(byProduct(posts));
    assertThat(rows(HistoryTable.INCIDENTS))
        .isNotEmpty()
        .extracting(row -> row.getField("incident_id") + "/" + row.getField("sequence"))
        .doesNotHaveDuplicates();
    assertThat(rows(HistoryTable.UNREADABLE)).isEmpty();
  }

  private Map<String, Long> bySubject() throws Exception {
    return rows(HistoryTable.VOLUMES).stream()
        .filter(row -> List.of("product", "unmatched").contains(row.getField("scope")))
        .collect(
            Collectors.groupingBy(
                row -> (String) row.getField("subject"),
                TreeMap::new,
                Collectors.summingLong(row -> (int) row.getField("posts"))));
  }

  private static Map<String, Long> byProduct(List<Record> posts) {
    Map<String, Long> byProduct = new TreeMap<>();
    for (Record post : posts) {
      List<?> products = (List<?>) post.getField("products");
      if (products.isEmpty()) {
        byProduct.merge("?", 1L, Long::sum);
      }
      products.forEach(product -> byProduct.merge((String) product, 1L, Long::sum));
    }
    return byProduct;
  }

  private static long sum(List<Record> rows, ToLongFunction<Record> count) {
    return rows.stream().mapToLong(count).sum();
  }

  private List<Record> rows(HistoryTable table) throws Exception {
    try (Warehouse warehouse =
        Warehouse.open(WarehouseFolder.existing(folder.resolve("warehouse")))) {
      return warehouse.has(table) ? Rows.all(warehouse, table) : List.of();
    }
  }

  /**
   * How many buckets with complaints there are to tell again; none as long as there is no snapshot.
   */
  private long bucketsSinceTheSnapshot() throws Exception {
    List<Snapshot> snapshots = SnapshotFolder.of(folder.resolve("warehouse")).all();
    return snapshots.isEmpty()
        ? 0
        : rows(HistoryTable.VOLUMES).stream()
            .filter(row -> (int) row.getField("observed") > 0)
            .map(row -> ((OffsetDateTime) row.getField("bucket_start")).toInstant().toEpochMilli())
            .filter(start -> start >= snapshots.get(0).from())
            .distinct()
            .count();
  }

  private int posts() throws Exception {
    return Files.exists(folder.resolve("warehouse").resolve(Place.FILE))
        ? rows(HistoryTable.POSTS).size()
        : 0;
  }

  private void configure(String broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin.createTopics(List.of(new NewTopic("posts", 1, (short) 1))).all().get();
    }
    Files.writeString(folder.resolve("catalogue.yaml"), Load.catalogue());
    Files.writeString(folder.resolve("policy.yaml"), Load.policy());
    Files.writeString(
        folder.resolve("groundswell.yaml"),
        """
        kafka: {brokers: "%s"}
        start: earliest
        catalogue: catalogue.yaml
        policy: policy.yaml
        history: history.yaml
        checkpoints: {every: 2s}
        """
            .formatted(broker));
    Files.writeString(
        folder.resolve("history.yaml"),
        "commit_every: 2s\nmaintenance: {every: 3s}\nsnapshot_every: 5s\n");
  }
}
