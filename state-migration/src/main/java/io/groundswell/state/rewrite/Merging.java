package io.groundswell.state.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.state.KeyedStateHandle;

/** Brings together what one operator has got of two others. */
final class Merging {
  private Merging() {}

  /** Has the first with the keyed state of the second besides; Flink deals it out by key group. */
  static OperatorState of(OperatorState first, OperatorState second) {
    boolean inOrder = first.getOperatorName().isPresent();
    OperatorState whole = inOrder ? first : second;
    OperatorState part = inOrder ? second : first;
    for (Map.Entry<Integer, OperatorSubtaskState> task : part.getSubtaskStates().entrySet()) {
      int number = Math.min(task.getKey(), whole.getParallelism() - 1);
      OperatorSubtaskState there = whole.getState(number);
      List<KeyedStateHandle> handles = new ArrayList<>(task.getValue().getManagedKeyedState());
      OperatorSubtaskState.Builder builder = OperatorSubtaskState.builder();
      if (there != null) {
        handles.addAll(there.getManagedKeyedState());
        builder = there.toBuilder();
      }
      whole.putState(
          number, builder.setManagedKeyedState(new StateObjectCollection<>(handles)).build());
    }
    return whole;
  }
}
