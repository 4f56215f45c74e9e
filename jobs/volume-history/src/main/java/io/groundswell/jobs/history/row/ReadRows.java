package io.groundswell.jobs.history.row;

import io.groundswell.jobs.history.table.HistoryTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.iceberg.flink.FlinkSchemaUtil;

/** Lines to rows of tables, each table on an output of its own. Nothing that is read is lost. */
public final class ReadRows extends ProcessFunction<InputLine, RowData> {
  private static final long serialVersionUID = 1;
  private static final Map<HistoryTable, OutputTag<RowData>> OUTPUTS = outputs();

  private static Map<HistoryTable, OutputTag<RowData>> outputs() {
    Map<HistoryTable, OutputTag<RowData>> outputs = new EnumMap<>(HistoryTable.class);
    for (HistoryTable table : HistoryTable.values()) {
      outputs.put(table, new OutputTag<>(table.label(), type(table)));
    }
    return outputs;
  }

  /** The type of a table's rows. */
  public static InternalTypeInfo<RowData> type(HistoryTable table) {
    RowType row = FlinkSchemaUtil.convert(table.schema());
    return InternalTypeInfo.of(row);
  }

  /** Where a table's rows come out. */
  public static OutputTag<RowData> output(HistoryTable table) {
    return Objects.requireNonNull(OUTPUTS.get(table));
  }

  @Override
  public void processElement(InputLine line, Context context, Collector<RowData> out) {
    try {
      Fields fields = Rows.read(line);
      HistoryTable table = Rows.table(line, fields);
      GenericRowData row = Rows.row(table, line, fields);
      context.output(output(table), row);
    } catch (UnfitLine unfit) {
      context.output(output(HistoryTable.UNREADABLE), Rows.unreadable(line, unfit.reason()));
    }
  }
}
