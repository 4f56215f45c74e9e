package io.groundswell.jobs.history;

import io.groundswell.jobs.history.connector.WarehouseLoader;
import io.groundswell.jobs.history.maintain.Maintaining;
import io.groundswell.jobs.history.maintain.Retention;
import io.groundswell.jobs.history.row.DropRepeats;
import io.groundswell.jobs.history.row.InputLine;
import io.groundswell.jobs.history.row.ReadRows;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;

/** The third job: lines that the main job has written, rows, each update once, tables. */
public final class HistoryPipeline {
  private static final long FLUSH_AT_BARRIERS = -1;

  private final Place place;

  /** Writes into a warehouse whose tables are there. */
  public HistoryPipeline(Place place) {
    this.place = place;
  }

  /** Adds the job that never ends, and maintains the warehouse. */
  public void add(DataStream<InputLine> lines, Retention retention, Duration every) {
    SingleOutputStreamOperator<RowData> rows = rows(lines);
    DataStream<RowData> unreadable =
        Maintaining.beside(of(rows, HistoryTable.UNREADABLE), place, retention, every);
    for (HistoryTable table : HistoryTable.values()) {
      write(table, table == HistoryTable.UNREADABLE ? unreadable : of(rows, table), Map.of());
    }
  }

  /**
   * Adds a job that does not maintain the warehouse.
   *
   * @param mark what every snapshot says of itself
   * @param without tables that have their rows already
   */
  public void load(
      DataStream<InputLine> lines, Map<String, String> mark, Set<HistoryTable> without) {
    SingleOutputStreamOperator<RowData> rows = rows(lines);
    for (HistoryTable table : HistoryTable.values()) {
      if (!without.contains(table)) {
        write(table, of(rows, table), mark);
      }
    }
  }

  private static SingleOutputStreamOperator<RowData> rows(DataStream<InputLine> lines) {
    // Rows are seen when a checkpoint commits them, and its barriers take along what waits: a timer
    // that sends each operator's ten times a second would only wake it.
    lines.getExecutionEnvironment().setBufferTimeout(FLUSH_AT_BARRIERS);
    return lines
        .process(new ReadRows(), ReadRows.type(HistoryTable.UNREADABLE))
        .uid(Uids.READ_ROWS)
        .name("Read rows");
  }

  private static DataStream<RowData> of(
      SingleOutputStreamOperator<RowData> rows, HistoryTable table) {
    DataStream<RowData> all = rows.getSideOutput(ReadRows.output(table));
    if (table != HistoryTable.INCIDENTS) {
      return all;
    }
    return all.keyBy(DropRepeats::incident)
        .process(new DropRepeats(), ReadRows.type(HistoryTable.INCIDENTS))
        .uid(Uids.DROP_REPEATS)
        .name("Drop repeats");
  }

  private void write(HistoryTable table, DataStream<RowData> rows, Map<String, String> mark) {
    IcebergSink.Builder sink =
        IcebergSink.forRowData(rows)
            .tableLoader(
                TableLoader.fromCatalog(new WarehouseLoader(place), Warehouse.identifier(table)))
            .writeParallelism(1)
            .uidSuffix(Uids.WRITE + table.label());
    mark.forEach(sink::setSnapshotProperty);
    sink.append();
  }
}
