package io.groundswell.jobs.history.row;

import io.groundswell.jobs.history.Uids;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;

/**
 * Lets each update of an incident through once: the main job tells them at least once, an
 * incident's in their order.
 */
public final class DropRepeats extends KeyedProcessFunction<String, RowData, RowData> {
  private static final long serialVersionUID = 1;
  private static final int INCIDENT = 0;
  private static final int SEQUENCE = 1;

  /** The main job forgets an incident sooner. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private transient ValueState<Integer> last;

  /** The key of a row. */
  public static String incident(RowData row) {
    return row.getString(INCIDENT).toString();
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Integer> descriptor =
        new ValueStateDescriptor<>(Uids.LAST_SEQUENCE, Types.INT);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
    last = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(RowData row, Context context, Collector<RowData> out)
      throws Exception {
    int sequence = row.getInt(SEQUENCE);
    Integer before = last.value();
    if (before == null || sequence > before) {
      last.update(sequence);
      out.collect(row);
    }
  }
}
