package io.groundswell.jobs.surge.triage;

import io.groundswell.jobs.surge.Uids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts, per kind (handle, hashtag, phrase), the names in complaints that match no product; the
 * commonest are in the summary once the input ends. All are kept until then, at most 24 of a post,
 * for to forget rare ones would depend on the order; a name takes about 100 bytes, on disk with
 * RocksDB.
 */
public final class CountUnknown extends KeyedProcessFunction<String, String, Void> {
  /** Accumulator of lines: count, tab, name. */
  public static final String COMMONEST = "unknown_names";

  private static final long serialVersionUID = 1;
  private static final int SHOWN = 20;

  private transient MapState<String, Long> counts;

  /** The kind of a name. */
  public static String kind(String name) {
    return switch (name.charAt(0)) {
      case '@' -> "handles";
      case '#' -> "hashtags";
      default -> "phrases";
    };
  }

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>(Uids.UNKNOWN_COUNTS, Types.STRING, Types.LONG));
    getRuntimeContext().addAccumulator(COMMONEST, new ListAccumulator<String>());
  }

  @Override
  public void processElement(String name, Context context, Collector<Void> out) throws Exception {
    Long known = counts.get(name);
    counts.put(name, known == null ? 1 : known + 1);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Void> out) throws Exception {
    TreeSet<Counted> shown = new TreeSet<>(Counted.COMMONEST_FIRST);
    for (Map.Entry<String, Long> entry : counts.entries()) {
      shown.add(new Counted(entry.getKey(), entry.getValue()));
      if (shown.size() > SHOWN) {
        shown.pollLast();
      }
    }
    ListAccumulator<String> commonest =
        (ListAccumulator<String>)
            getRuntimeContext().<String, ArrayList<String>>getAccumulator(COMMONEST);
    shown.forEach(name -> commonest.add(name.posts() + "\t" + name.name()));
  }

  private record Counted(String name, long posts) {
    static final Comparator<Counted> COMMONEST_FIRST =
        Comparator.comparingLong(Counted::posts).reversed().thenComparing(Counted::name);
  }
}
