package io.groundswell.state.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** In the new version, what was a state of another operator. Tells what it has found. */
final class KnowSeen extends KeyedProcessFunction<Integer, Long, String> {
  private static final long serialVersionUID = 1;

  private transient ListState<Long> seen;

  @Override
  public void open(OpenContext context) {
    seen =
        getRuntimeContext().getListState(new ListStateDescriptor<>(LearnByMinute.SEEN, Types.LONG));
  }

  @Override
  public void processElement(Long number, Context context, Collector<String> out) throws Exception {
    List<Long> known = new ArrayList<>();
    seen.get().forEach(known::add);
    if (!known.contains(-1L)) {
      Collections.sort(known);
      out.collect(told(context.getCurrentKey(), known));
      seen.add(-1L); // It has told.
    }
  }

  static String told(int key, List<Long> known) {
    return "%d seen %s".formatted(key, known);
  }
}
