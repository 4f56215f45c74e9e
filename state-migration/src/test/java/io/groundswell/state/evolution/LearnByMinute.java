package io.groundswell.state.evolution;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The old version: knows what is normal for a minute, and the first thousand numbers. */
final class LearnByMinute extends KeyedProcessFunction<Integer, Long, String> {
  static final String BASELINE = "baseline";
  static final String OPEN = "open";
  static final String SEEN = "seen";

  private static final long serialVersionUID = 1;
  private static final long MINUTE = 60_000;
  private static final int FIRST = 1_000;

  private transient ValueState<ByMinute> baseline;
  private transient MapState<Long, Long> open;
  private transient ListState<Long> seen;

  /** What is normal. */
  public static final class ByMinute {
    /** Numbers in a minute. */
    public double level;
  }

  @Override
  public void open(OpenContext context) {
    baseline = getRuntimeContext().getState(new ValueStateDescriptor<>(BASELINE, ByMinute.class));
    open = getRuntimeContext().getMapState(new MapStateDescriptor<>(OPEN, Types.LONG, Types.LONG));
    seen = getRuntimeContext().getListState(new ListStateDescriptor<>(SEEN, Types.LONG));
  }

  @Override
  public void processElement(Long number, Context context, Collector<String> out) throws Exception {
    ByMinute known = baseline.value();
    if (known == null) {
      known = new ByMinute();
      out.collect(context.getCurrentKey() + " learns");
    }
    known.level = 1 + number % 60;
    baseline.update(known);
    long start = context.timestamp() / MINUTE * MINUTE;
    if (!open.contains(start)) {
      open.clear();
    }
    Long before = open.get(start);
    open.put(start, before == null ? 1 : before + 1);
    if (number < FIRST) {
      seen.add(number);
    }
  }
}
