package io.groundswell.jobs.surge.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.ListState;

/** What waits in state until its bucket has closed. */
public final class Waiting {
  private Waiting() {}

  /** Takes what ends by {@code end} out of the state; the rest stays. */
  public static <T> List<T> take(ListState<T> state, ToLongFunction<T> endOf, long end)
      throws Exception {
    List<T> due = new ArrayList<>();
    List<T> later = new ArrayList<>();
    for (T item : state.get()) {
      (endOf.applyAsLong(item) <= end ? due : later).add(item);
    }
    state.update(later);
    return due;
  }
}
