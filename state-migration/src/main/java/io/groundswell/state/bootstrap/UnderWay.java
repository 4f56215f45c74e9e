package io.groundswell.state.bootstrap;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Which surges are under way at the end: the job goes on with them as if they had been told.
 *
 * @param <T> what says that one begins or ends
 */
abstract class UnderWay<T> extends RichFlatMapFunction<T, Void> {
  private static final long serialVersionUID = 1;
  private static final String COUNTER = "past.under-way.";

  /** The names of those that have begun and not ended. */
  static SortedSet<String> in(Map<String, Object> counts) {
    SortedSet<String> names = new TreeSet<>();
    counts.forEach(
        (counter, count) -> {
          if (counter.startsWith(COUNTER) && count instanceof Long open && open > 0) {
            names.add(counter.substring(COUNTER.length()));
          }
        });
    return names;
  }

  /** A surge has begun. */
  void begins(String name) {
    getRuntimeContext().getLongCounter(COUNTER + name).add(1L);
  }

  /** A surge is over. */
  void ends(String name) {
    getRuntimeContext().getLongCounter(COUNTER + name).add(-1L);
  }

  @Override
  public abstract void flatMap(T item, Collector<Void> out);
}
