package io.groundswell.state.saved;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.OperatorBackendSerializationProxy;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle.StateMetaInfo;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.jspecify.annotations.Nullable;

/** Counts what an operator of a canonical savepoint remembers, state by state. */
public final class Shapes {
  private final Map<String, Sum> sums = new LinkedHashMap<>();

  private Shapes() {}

  /**
   * The states of an operator, in the order in which they lie there.
   *
   * @throws UnfitSavepoint where its format is not canonical
   */
  public static List<StateShape> of(OperatorState operator) throws IOException, UnfitSavepoint {
    Shapes shapes = new Shapes();
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      shapes.add(handle, operator.getMaxParallelism());
    }
    for (OperatorStateHandle handle : Savepoint.unkeyed(operator)) {
      shapes.add(handle);
    }
    return shapes.sums.values().stream().map(Sum::shape).toList();
  }

  private void add(KeyGroupsSavepointStateHandle handle, int maxParallelism) throws IOException {
    try (KeyedStates states = new KeyedStates(handle, maxParallelism)) {
      Counter counter = new Counter(states);
      for (KeyedEntry entry = states.next(); entry != null; entry = states.next()) {
        counter.add(entry);
      }
    }
  }

  private void add(OperatorStateHandle handle) throws IOException {
    OperatorBackendSerializationProxy head =
        new OperatorBackendSerializationProxy(Shapes.class.getClassLoader());
    try (FSDataInputStream in = handle.openInputStream()) {
      head.read(new DataInputViewStreamWrapper(in));
    }
    List<StateMetaInfoSnapshot> all = new ArrayList<>(head.getOperatorStateMetaInfoSnapshots());
    all.addAll(head.getBroadcastStateMetaInfoSnapshots());
    Map<String, StateMetaInfo> places = handle.getStateNameToPartitionOffsets();
    for (StateMetaInfoSnapshot state : all) {
      StateMetaInfo place = places.get(state.getName());
      if (place != null) {
        Sum sum = sums.computeIfAbsent(state.getName(), name -> new Sum(state, null));
        sum.entries += place.getOffsets().length;
        sum.bytes += bytes(handle, place);
      }
    }
  }

  /** From its first element to where the next state's begin, or the file ends. */
  private static long bytes(OperatorStateHandle handle, StateMetaInfo place) {
    long[] own = place.getOffsets();
    if (own.length == 0) {
      return 0;
    }
    long end =
        handle.getStateNameToPartitionOffsets().values().stream()
            .flatMapToLong(other -> Arrays.stream(other.getOffsets()).limit(1))
            .filter(offset -> offset > own[own.length - 1])
            .min()
            .orElse(handle.getStateSize());
    return end - own[0];
  }

  /** Adds up the entries of one file. */
  private final class Counter {
    private final KeyedStates file;
    private final List<Sum> numbered = new ArrayList<>();
    private byte[] before = new byte[0];
    private int stateBefore = -1;

    Counter(KeyedStates file) {
      this.file = file;
      String key = TypeNames.of(file.keys());
      for (StateMetaInfoSnapshot state : file.states()) {
        numbered.add(sums.computeIfAbsent(state.getName(), name -> new Sum(state, key)));
      }
    }

    void add(KeyedEntry entry) throws IOException {
      Sum sum = numbered.get(entry.state());
      sum.entries++;
      sum.bytes += entry.composite().length + entry.value().length;
      if (sum.timers()) {
        return;
      }
      byte[] key = key(entry.composite());
      if (entry.state() != stateBefore || !Arrays.equals(key, before)) {
        sum.keys++;
        before = key;
        stateBefore = entry.state();
      }
    }

    private byte[] key(byte[] composite) throws IOException {
      DataInputDeserializer in = file.behindGroup(composite);
      file.keys().deserialize(in);
      return Arrays.copyOf(composite, in.getPosition());
    }
  }

  /** One state, as far as it has been read. */
  private static final class Sum {
    private final StateMetaInfoSnapshot state;
    private final @Nullable String key;
    private long keys;
    private long entries;
    private long bytes;

    Sum(StateMetaInfoSnapshot state, @Nullable String key) {
      this.state = state;
      this.key = key;
    }

    boolean timers() {
      return state.getBackendStateType() == BackendStateType.PRIORITY_QUEUE;
    }

    StateShape shape() {
      return new StateShape(
          state.getName(), StateShape.kind(state), key, type(), keys, entries, bytes);
    }

    private String type() {
      String values =
          TypeNames.of(state.getTypeSerializerSnapshot(CommonSerializerKeys.VALUE_SERIALIZER));
      return state.getBackendStateType() == BackendStateType.BROADCAST
          ? "map of "
              + TypeNames.of(state.getTypeSerializerSnapshot(CommonSerializerKeys.KEY_SERIALIZER))
              + " to "
              + values
          : values;
    }
  }
}
