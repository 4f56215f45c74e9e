package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.HistoryPipeline;
import io.groundswell.jobs.history.connector.ReportFiles;
import io.groundswell.jobs.history.connector.ReportSource;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.connector.BadInput;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

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
   * Loads; each table shows all of its rows at once. Where a load has failed half way, the tables
   * that it reached are passed over.
   *
   * @param now what is said of when lines were read, epoch milliseconds
   * @throws BadInput where the warehouse has the report, or its disk is full
   */
  public void run(long now) throws Exception {
    try (Warehouse warehouse = Warehouse.open(place)) {
      warehouse.prepare();
      Set<HistoryTable> loaded = loaded(warehouse);
      if (loaded.containsAll(report.files().keySet())) {
        throw new BadInput("the warehouse has this report; its rows would count twice");
      }
      load(now, loaded);
      mark(warehouse);
    }
  }

  private void load(long now, Set<HistoryTable> loaded) throws Exception {
    StreamExecutionEnvironment env = FlinkOptions.local(1, FlinkOptions.bounded());
    new HistoryPipeline(place)
        .load(ReportSource.add(env, report, now), Map.of(REPORT, report.id()), loaded);
    try {
      env.execute("groundswell history");
    } catch (JobExecutionException failure) {
      WarehouseFolder.requireRoom(place);
      throw failure;
    }
  }

  private Set<HistoryTable> loaded(Warehouse warehouse) {
    Set<HistoryTable> loaded = EnumSet.noneOf(HistoryTable.class);
    for (HistoryTable name : HistoryTable.values()) {
      Table table = warehouse.table(name);
      boolean marked = table.properties().containsKey(REPORT + "." + report.id());
      for (Snapshot snapshot : table.snapshots()) {
        marked |= report.id().equals(snapshot.summary().get(REPORT));
      }
      if (marked) {
        loaded.add(name);
      }
    }
    return loaded;
  }

  /** Snapshots are forgotten, what a table says of itself is not. */
  private void mark(Warehouse warehouse) {
    for (HistoryTable table : report.files().keySet()) {
      warehouse.table(table).updateProperties().set(REPORT + "." + report.id(), "loaded").commit();
    }
  }
}
