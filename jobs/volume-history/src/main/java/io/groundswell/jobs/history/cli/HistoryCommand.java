package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.Loading;
import io.groundswell.jobs.history.connector.ReportFiles;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The third job: what was counted, kept as tables. */
@Command(
    name = "history",
    description = "Keeps volumes, incidents and posts as tables that 'query' and others can read.",
    footer = {
      "",
      "Examples:",
      "  groundswell detect --posts posts.ndjson --catalogue catalogue.yaml --keep-posts --out report",
      "  groundswell history --report report --warehouse warehouse",
      "  groundswell query --warehouse warehouse \"SELECT * FROM complaints_per_day\""
    })
final class HistoryCommand implements Callable<Integer> {
  @Option(
      names = "--report",
      required = true,
      paramLabel = "DIR",
      description = "What 'detect' has written.")
  private Path report;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the tables; made where it is not there.")
  private Path warehouse;

  @Override
  public Integer call() throws Exception {
    ReportFiles files = ReportFiles.in(report);
    new Loading(WarehouseFolder.make(warehouse), files).run(System.currentTimeMillis());
    System.out.printf("%s is in %s%n", report, warehouse);
    return 0;
  }
}
