package io.groundswell.state.evolution;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The new version: buckets of ten seconds, and how much they differ. Tells what it has found. */
final class LearnByTenSeconds extends KeyedProcessFunction<Integer, Long, String> {
  private static final long serialVersionUID = 1;

  private transient ValueState<ByTenSeconds> baseline;
  private transient MapState<Long, Long> open;

  /** What is normal. */
  public static final class ByTenSeconds {
    /** Numbers in ten seconds. */
    public double level;

    /** How much they differ. */
    public double spread;
  }

  @Override
  public void open(OpenContext context) {
    baseline =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>(LearnByMinute.BASELINE, ByTenSeconds.class));
    open =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>(LearnByMinute.OPEN, Types.LONG, Types.LONG));
  }

  @Override
  public void processElement(Long number, Context context, Collector<String> out) throws Exception {
    ByTenSeconds known = baseline.value();
    if (known == null || known.spread >= 0) {
      SortedMap<Long, Long> buckets = new TreeMap<>();
      open.entries().forEach(entry -> buckets.put(entry.getKey(), entry.getValue()));
      out.collect(
          told(context.getCurrentKey(), known == null ? new ByTenSeconds() : known, buckets));
    }
    ByTenSeconds next = new ByTenSeconds();
    next.spread = -1; // It has told.
    baseline.update(next);
  }

  static String told(int key, ByTenSeconds known, SortedMap<Long, Long> buckets) {
    return "%d learn level %s spread %s open %s".formatted(key, known.level, known.spread, buckets);
  }
}
