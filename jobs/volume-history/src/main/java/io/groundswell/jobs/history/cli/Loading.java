package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.HistoryPipeline;
import io.groundswell.jobs.history.connector.ReportFiles;
import io.groundswell.jobs.history.connector.ReportSource;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.connector.BadInput;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.Snapshot;

/** Puts what {@code detect} has left in a folder into a warehouse, once. */
public final class Loading {
  /** What the snapshots of a load say: which report they are of. */
  private static final String REPORT = "groundswell.report";

  private final Place place;
  private final ReportFiles report;

  /** The load of a report. */
  public Loading(Place place, ReportFiles report) {
    this.place = place;
    this.report = report;
  }

  /**
   * Loads; each table shows all of its rows at once.
   *
   * @param now what is said of when lines were read, epoch milliseconds
   * @throws BadInput where the warehouse has the report
   */
  public void run(long now) throws Exception {
    try (Warehouse warehouse = Warehouse.open(place)) {
      warehouse.prepare();
      refuseTwice(warehouse);
    }
    Configuration configuration = FlinkOptions.bounded();
    StreamExecutionEnvironment env = FlinkOptions.local(1, configuration);
    new HistoryPipeline(place)
        .load(ReportSource.add(env, report, now), Map.of(REPORT, report.id()));
    env.execute("groundswell history");
  }

  private void refuseTwice(Warehouse warehouse) throws IOException {
    for (HistoryTable table : report.files().keySet()) {
      for (Snapshot snapshot : warehouse.table(table).snapshots()) {
        if (report.id().equals(snapshot.summary().get(REPORT))) {
          throw new BadInput("the warehouse has this report; its rows would count twice");
        }
      }
    }
  }
}
