package io.groundswell.state.saved;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.state.CompositeKeySerializationUtils;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.StateSerializerProvider;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.restore.FullSnapshotRestoreOperation;
import org.apache.flink.runtime.state.restore.KeyGroup;
import org.apache.flink.runtime.state.restore.KeyGroupEntry;
import org.apache.flink.runtime.state.restore.SavepointRestoreResult;
import org.apache.flink.runtime.state.restore.ThrowingIterator;
import org.apache.flink.util.StateMigrationException;

/**
 * The keyed states of one task of an operator in a canonical savepoint, entry by entry, in the
 * order in which they lie there; nothing is held in memory but one entry.
 */
final class KeyedStates implements Closeable {
  private static final ClassLoader CLASSES = KeyedStates.class.getClassLoader();

  private final ThrowingIterator<SavepointRestoreResult> results;
  private final TypeSerializer<Object> keys;
  private final int prefix;

  /**
   * Begins to read.
   *
   * @param handle as the metadata names it
   * @param maxParallelism the operator's number of key groups
   * @throws IOException where it cannot be read
   */
  KeyedStates(KeyGroupsSavepointStateHandle handle, int maxParallelism) throws IOException {
    this.prefix =
        CompositeKeySerializationUtils.computeRequiredBytesInKeyGroupPrefix(maxParallelism);
    this.keys = keys(handle);
    try {
      this.results =
          new FullSnapshotRestoreOperation<>(
                  KeyGroupRange.of(0, maxParallelism - 1),
                  CLASSES,
                  List.of(handle),
                  StateSerializerProvider.fromNewRegisteredSerializer(keys))
              .restore();
    } catch (StateMigrationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static TypeSerializer<Object> keys(KeyGroupsSavepointStateHandle handle)
      throws IOException {
    KeyedBackendSerializationProxy<Object> head = new KeyedBackendSerializationProxy<>(CLASSES);
    try (FSDataInputStream in = handle.openInputStream()) {
      head.read(new DataInputViewStreamWrapper(in));
    }
    return head.getKeySerializerSnapshot().restoreSerializer();
  }

  /** Sees all of it. */
  void read(Visitor visitor) throws IOException {
    try {
      while (results.hasNext()) {
        SavepointRestoreResult result = results.next();
        visitor.states(result.getStateMetaInfoSnapshots());
        try (ThrowingIterator<KeyGroup> groups = result.getRestoredKeyGroups()) {
          while (groups.hasNext()) {
            read(groups.next(), visitor);
          }
        }
      }
    } catch (StateMigrationException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void read(KeyGroup group, Visitor visitor)
      throws IOException, StateMigrationException {
    try (ThrowingIterator<KeyGroupEntry> entries = group.getKeyGroupEntries()) {
      while (entries.hasNext()) {
        KeyGroupEntry entry = entries.next();
        visitor.entry(entry.getKvStateId(), entry.getKey(), entry.getValue());
      }
    }
  }

  /** What the operator's keys are read with. */
  TypeSerializer<Object> keys() {
    return keys;
  }

  /** An entry's composite key, after its key group: the key, a namespace and a map's key. */
  DataInputDeserializer behindGroup(byte[] composite) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(composite);
    in.skipBytesToRead(prefix);
    return in;
  }

  @Override
  public void close() throws IOException {
    results.close();
  }

  /** Told of what is there. */
  interface Visitor {
    /** States whose entries follow, by the number that these have. */
    void states(List<StateMetaInfoSnapshot> states) throws IOException;

    /**
     * One entry.
     *
     * @param state number of its state
     * @param composite key group, key, namespace and, of a map, the map's key
     * @param value as Flink's backends write it
     */
    void entry(int state, byte[] composite, byte[] value) throws IOException;
  }
}
