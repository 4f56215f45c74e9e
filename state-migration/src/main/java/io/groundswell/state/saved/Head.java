package io.groundswell.state.saved;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the entries of a state: what it is, and what it was written with.
 *
 * @param state what it is
 * @param key of its operator's key; null of a state without one
 */
public record Head(StateMetaInfoSnapshot state, @Nullable TypeSerializerSnapshot<?> key) {
  private static final ClassLoader CLASSES = Head.class.getClassLoader();

  /** Those of all states of an operator, by name; no entry is read. */
  public static Map<String, Head> of(OperatorState operator) throws IOException, UnfitSavepoint {
    Map<String, Head> heads = new LinkedHashMap<>();
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      KeyedBackendSerializationProxy<Object> head = new KeyedBackendSerializationProxy<>(CLASSES);
      try (FSDataInputStream in = handle.openInputStream()) {
        head.read(new DataInputViewStreamWrapper(in));
      }
      for (StateMetaInfoSnapshot state : head.getStateMetaInfoSnapshots()) {
        heads.putIfAbsent(state.getName(), new Head(state, head.getKeySerializerSnapshot()));
      }
    }
    for (OperatorStateHandle handle : Savepoint.unkeyed(operator)) {
      OperatorBackendSerializationProxy head = new OperatorBackendSerializationProxy(CLASSES);
      try (FSDataInputStream in = handle.openInputStream()) {
        head.read(new DataInputViewStreamWrapper(in));
      }
      for (StateMetaInfoSnapshot state : head.getOperatorStateMetaInfoSnapshots()) {
        heads.putIfAbsent(state.getName(), new Head(state, null));
      }
      for (StateMetaInfoSnapshot state : head.getBroadcastStateMetaInfoSnapshots()) {
        heads.putIfAbsent(state.getName(), new Head(state, null));
      }
    }
    return heads;
  }
}
