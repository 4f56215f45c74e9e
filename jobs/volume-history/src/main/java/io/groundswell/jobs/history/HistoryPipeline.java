package io.groundswell.jobs.history;

import io.groundswell.jobs.history.connector.WarehouseLoader;
import io.groundswell.jobs.history.row.DropRepeats;
import io.groundswell.jobs.history.row.InputLine;
import io.groundswell.jobs.history.row.ReadRows;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;

/** The third job: lines that the main job has written, rows, each update once, tables. */
public final class HistoryPipeline {
  private final Place place;
  private final Map<String, String> mark;

  /**
   * Writes into a warehouse whose tables are there.
   *
   * @param mark what every snapshot says of itself; may be empty
   */
  public HistoryPipeline(Place place, Map<String, String> mark) {
    this.place = place;
    this.mark = mark;
  }

  /** Adds the job's operators behind a source of lines. */
  public void add(DataStream<InputLine> lines) {
    SingleOutputStreamOperator<RowData> rows =
        lines
            .process(new ReadRows(), ReadRows.type(HistoryTable.UNREADABLE))
            .uid(Uids.READ_ROWS)
            .name("Read rows");
    for (HistoryTable table : HistoryTable.values()) {
      DataStream<RowData> of = rows.getSideOutput(ReadRows.output(table));
      write(table, table == HistoryTable.INCIDENTS ? once(of) : of);
    }
  }

  private static DataStream<RowData> once(DataStream<RowData> incidents) {
    return incidents
        .keyBy(DropRepeats::incident)
        .process(new DropRepeats(), ReadRows.type(HistoryTable.INCIDENTS))
        .uid(Uids.DROP_REPEATS)
        .name("Drop repeats");
  }

  private void write(HistoryTable table, DataStream<RowData> rows) {
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
