package io.groundswell.state.saved;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;

/** The elements of a state that is dealt out to tasks. */
public final class DealtState {
  private DealtState() {}

  /**
   * All of its elements, of all tasks.
   *
   * @param name of the state; where the operator has no such state there are none
   */
  public static List<Object> of(OperatorState operator, String name) throws IOException {
    List<Object> elements = new ArrayList<>();
    for (OperatorStateHandle handle : Savepoint.unkeyed(operator)) {
      OperatorStateHandle.StateMetaInfo place = handle.getStateNameToPartitionOffsets().get(name);
      if (place != null) {
        read(handle, name, place.getOffsets(), elements);
      }
    }
    return elements;
  }

  private static void read(
      OperatorStateHandle handle, String name, long[] offsets, List<Object> elements)
      throws IOException {
    try (FSDataInputStream in = handle.openInputStream()) {
      DataInputViewStreamWrapper view = new DataInputViewStreamWrapper(in);
      OperatorBackendSerializationProxy head =
          new OperatorBackendSerializationProxy(DealtState.class.getClassLoader());
      head.read(view);
      TypeSerializer<?> values = serializer(head, name);
      for (long offset : offsets) {
        in.seek(offset);
        elements.add(values.deserialize(view));
      }
    }
  }

  private static TypeSerializer<?> serializer(OperatorBackendSerializationProxy head, String name)
      throws IOException {
    for (StateMetaInfoSnapshot state : head.getOperatorStateMetaInfoSnapshots()) {
      if (state.getName().equals(name)) {
        return Objects.requireNonNull(
                state.getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER))
            .restoreSerializer();
      }
    }
    throw new IOException("the state '" + name + "' has no type");
  }
}
