package io.groundswell.state.saved;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.state.CompositeKeySerializationUtils;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.StateSerializerProvider;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.BackendStateType;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.apache.flink.runtime.state.restore.FullSnapshotRestoreOperation;
import org.apache.flink.runtime.state.restore.KeyGroup;
import org.apache.flink.runtime.state.restore.KeyGroupEntry;
import org.apache.flink.runtime.state.restore.SavepointRestoreResult;
import org.apache.flink.runtime.state.restore.ThrowingIterator;
import org.apache.flink.util.StateMigrationException;
import org.jspecify.annotations.Nullable;

/**
 * The keyed states of one task of an operator in a canonical savepoint, entry by entry, in the
 * order in which they lie there: by key group, and there state by state. Nothing is held in memory
 * but one entry.
 */
public final class KeyedStates implements Closeable {
  private static final ClassLoader CLASSES = KeyedStates.class.getClassLoader();

  private final ThrowingIterator<SavepointRestoreResult> results;
  private final ThrowingIterator<KeyGroup> groups;
  private final List<StateMetaInfoSnapshot> states;
  private final TypeSerializer<Object> keys;
  private final boolean compressed;
  private final int prefix;
  private final Map<Integer, TypeSerializer<?>> values = new HashMap<>();
  private final Map<Integer, TypeSerializer<?>> namespaces = new HashMap<>();
  private @Nullable ThrowingIterator<KeyGroupEntry> entries;
  private int group;

  /**
   * Begins to read.
   *
   * @param handle as the metadata names it
   * @param maxParallelism the operator's number of key groups
   * @throws IOException where it cannot be read
   */
  public KeyedStates(KeyGroupsSavepointStateHandle handle, int maxParallelism) throws IOException {
    KeyedBackendSerializationProxy<Object> head = head(handle);
    this.prefix =
        CompositeKeySerializationUtils.computeRequiredBytesInKeyGroupPrefix(maxParallelism);
    this.keys = head.getKeySerializerSnapshot().restoreSerializer();
    this.compressed = head.isUsingKeyGroupCompression();
    try {
      this.results =
          new FullSnapshotRestoreOperation<>(
                  KeyGroupRange.of(0, maxParallelism - 1),
                  CLASSES,
                  List.of(handle),
                  StateSerializerProvider.fromNewRegisteredSerializer(keys))
              .restore();
      SavepointRestoreResult only = results.next();
      this.states = only.getStateMetaInfoSnapshots();
      this.groups = only.getRestoredKeyGroups();
    } catch (StateMigrationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static KeyedBackendSerializationProxy<Object> head(KeyGroupsSavepointStateHandle handle)
      throws IOException {
    KeyedBackendSerializationProxy<Object> head = new KeyedBackendSerializationProxy<>(CLASSES);
    try (FSDataInputStream in = handle.openInputStream()) {
      head.read(new DataInputViewStreamWrapper(in));
    }
    return head;
  }

  /** Its states, by the numbers that entries name. */
  public List<StateMetaInfoSnapshot> states() {
    return states;
  }

  /** What the operator's keys are read with. */
  public TypeSerializer<Object> keys() {
    return keys;
  }

  /** Whether its key groups are compressed. */
  public boolean compressed() {
    return compressed;
  }

  /** The entry that follows; null after the last. */
  public @Nullable KeyedEntry next() throws IOException {
    try {
      while (entries == null || !entries.hasNext()) {
        if (!groups.hasNext()) {
          return null;
        }
        enter(groups.next());
      }
      KeyGroupEntry entry = entries.next();
      return new KeyedEntry(group, entry.getKvStateId(), entry.getKey(), entry.getValue());
    } catch (StateMigrationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void enter(KeyGroup next) throws IOException {
    if (entries != null) {
      entries.close();
    }
    entries = next.getKeyGroupEntries();
    group = next.getKeyGroupId();
  }

  /** An entry's composite key, after its key group: the key, a namespace and a map's key. */
  public DataInputDeserializer behindGroup(byte[] composite) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(composite);
    in.skipBytesToRead(prefix);
    return in;
  }

  /**
   * What the values of a state are read with.
   *
   * @param state its number
   */
  public TypeSerializer<?> values(int state) {
    return values.computeIfAbsent(
        state, number -> serializer(number, CommonSerializerKeys.VALUE_SERIALIZER));
  }

  private TypeSerializer<?> serializer(int state, CommonSerializerKeys which) {
    return Objects.requireNonNull(states.get(state).getTypeSerializerSnapshot(which))
        .restoreSerializer();
  }

  /** What an entry is about. */
  public About about(KeyedEntry entry) throws IOException {
    DataInputDeserializer in = behindGroup(entry.composite());
    if (isTimer(entry.state())) {
      in.skipBytesToRead(Long.BYTES); // When it is due.
      return new About(keys.deserialize(in), null);
    }
    Object key = keys.deserialize(in);
    namespaces
        .computeIfAbsent(
            entry.state(), number -> serializer(number, CommonSerializerKeys.NAMESPACE_SERIALIZER))
        .deserialize(in);
    return new About(
        key,
        values(entry.state()) instanceof MapSerializer<?, ?> map
            ? map.getKeySerializer().deserialize(in)
            : null);
  }

  /**
   * Whether a state is one of Flink's queues of timers.
   *
   * @param state its number
   */
  public boolean isTimer(int state) {
    return states.get(state).getBackendStateType() == BackendStateType.PRIORITY_QUEUE;
  }

  @Override
  public void close() throws IOException {
    if (entries != null) {
      entries.close();
    }
    groups.close();
    results.close();
  }
}
