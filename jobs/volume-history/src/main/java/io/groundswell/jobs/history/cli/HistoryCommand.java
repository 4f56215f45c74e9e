package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.history.connector.ReportFiles;
import io.groundswell.jobs.history.connector.SnapshotFolder;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.maintain.Maintenance;
import io.groundswell.jobs.history.maintain.Retention;
import io.groundswell.jobs.history.settings.HistoryFile;
import io.groundswell.jobs.history.settings.HistorySettings;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.settings.RunFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The third job: what was counted, kept as tables. */
@Command(
    name = "history",
    description = {
      "Keeps volumes, incidents and posts as tables that 'query' and others can read.",
      "With --config alone it reads the main job's topics until it is stopped."
    },
    footer = {
      "",
      "Examples:",
      "  groundswell history --init                       writes history.yaml",
      "  groundswell history --config history.yaml        keeps what the main job tells",
      "  groundswell detect --posts posts.ndjson --catalogue catalogue.yaml --keep-posts --out report",
      "  groundswell history --report report --warehouse warehouse",
      "  groundswell query --warehouse warehouse \"SELECT * FROM complaints_per_day\""
    })
final class HistoryCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", description = "Settings (YAML).")
  private Path config;

  @Option(names = "--init", description = "Write a commented history.yaml here.")
  private boolean init;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Put what 'detect' has written into the warehouse, once.")
  private Path report;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "The folder of the tables, instead of --config; --report makes it.")
  private Path warehouse;

  @Option(
      names = "--maintain",
      description = {
        "Merge files and erase what was withdrawn, once; then end. What is old is forgotten as",
        "--config says, and not without it."
      })
  private boolean maintain;

  @Option(
      names = "--snapshot",
      paramLabel = "DIR",
      description = {
        "Keep what a savepoint of the main job knows (flink savepoint --type canonical), so that",
        "'backtest' begins there; without what anybody wrote."
      })
  private Path snapshot;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "With --snapshot: groundswell.yaml of that job.")
  private Path rules;

  @Override
  public Integer call() throws Exception {
    if (init) {
      LocalFiles.create(Path.of("history.yaml"), HistoryFile.template());
      System.out.println("Wrote history.yaml. Put 'history: history.yaml' into groundswell.yaml.");
      return 0;
    }
    if ((config == null) == (warehouse == null)) {
      throw new UsageError("give --config or --warehouse; 'history --init' writes a file for it");
    }
    if (report != null) {
      load();
    }
    if (maintain) {
      maintain();
    }
    if (snapshot != null) {
      snapshot();
    }
    if (report == null && !maintain && snapshot == null) {
      keep();
    }
    return 0;
  }

  private void load() throws Exception {
    ReportFiles files = ReportFiles.in(report);
    Place place = config == null ? WarehouseFolder.make(warehouse) : Keeping.place(settings());
    new Loading(place, files).run(System.currentTimeMillis());
    System.out.printf("%s is in the warehouse: %s%n", report, files.files().keySet());
  }

  private void snapshot() throws Exception {
    Place place = config == null ? WarehouseFolder.existing(warehouse) : Keeping.place(settings());
    SnapshotFolder folder = SnapshotFolder.of(place);
    if (folder == null) {
      throw new UsageError("--snapshot: the warehouse is in no folder of this machine");
    }
    if (rules == null) {
      throw new UsageError("--snapshot: add --rules groundswell.yaml, for the width of buckets");
    }
    Snapshot kept =
        folder.add(
            snapshot.toAbsolutePath(),
            Snapshotting.policy(RunFile.read(rules)),
            System.currentTimeMillis());
    System.out.printf(
        "%s: what the job knew at %s%n", kept.folder(), Instant.ofEpochMilli(kept.from()));
  }

  private void maintain() throws Exception {
    Place place = config == null ? WarehouseFolder.existing(warehouse) : Keeping.place(settings());
    Retention retention = config == null ? Retention.OF_WITHDRAWN_ALONE : settings().retention();
    try (Warehouse tables = Warehouse.open(place)) {
      Maintenance.Done done = new Maintenance(tables, retention).run(System.currentTimeMillis());
      System.out.printf(
          Locale.ROOT,
          "%,d texts erased, %,d files fewer, %,d stray files deleted%n",
          done.erased(),
          done.merged(),
          done.strays());
    }
  }

  private void keep() throws Exception {
    if (config == null) {
      throw new UsageError(
          "--warehouse alone says nothing to do; add --report, --maintain or --snapshot");
    }
    HistorySettings settings = settings();
    KafkaTopics.require(settings.kafka(), settings.topics().values());
    try (Keeping job = Keeping.start(settings)) {
      job.await();
    }
  }

  private HistorySettings settings() {
    return HistoryFile.read(config, System.getenv());
  }
}
