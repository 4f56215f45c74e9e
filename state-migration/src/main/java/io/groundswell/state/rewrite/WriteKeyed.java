package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedEntry;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.CheckpointStreamWithResultProvider;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.FullSnapshotAsyncWriter;
import org.apache.flink.runtime.state.FullSnapshotResources;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyValueStateIterator;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.SnappyStreamCompressionDecorator;
import org.apache.flink.runtime.state.StreamCompressionDecorator;
import org.apache.flink.runtime.state.UncompressedStreamCompressionDecorator;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries of keyed state as Flink writes its own canonical savepoints, with the same class.
 */
final class WriteKeyed implements FullSnapshotResources<Object> {
  private final Entries entries;
  private final KeyGroupRange range;
  private final Sums sums;

  private WriteKeyed(Entries entries, KeyGroupRange range, Sums sums) {
    this.entries = entries;
    this.range = range;
    this.sums = sums;
  }

  /**
   * Writes them.
   *
   * @param range key groups in which they lie
   * @param sums what is written is counted here
   */
  static KeyedStateHandle write(
      Entries entries, KeyGroupRange range, CheckpointStreamFactory files, Sums sums)
      throws IOException {
    try (CloseableRegistry open = new CloseableRegistry()) {
      KeyedStateHandle handle =
          new FullSnapshotAsyncWriter<>(
                  SavepointType.savepoint(SavepointFormatType.CANONICAL),
                  () ->
                      CheckpointStreamWithResultProvider.createSimpleStream(
                          CheckpointedStateScope.EXCLUSIVE, files),
                  new WriteKeyed(entries, range, sums))
              .get(open)
              .getJobManagerOwnedSnapshot();
      if (handle == null) {
        throw new IOException("nothing was written");
      }
      return handle;
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public List<StateMetaInfoSnapshot> getMetaInfoSnapshots() {
    return entries.shapes();
  }

  @Override
  public KeyValueStateIterator createKVStateIterator() throws IOException {
    return new Cursor();
  }

  @Override
  public KeyGroupRange getKeyGroupRange() {
    return range;
  }

  @Override
  public TypeSerializer<Object> getKeySerializer() {
    return entries.keys();
  }

  @Override
  public StreamCompressionDecorator getStreamCompressionDecorator() {
    return entries.compressed()
        ? SnappyStreamCompressionDecorator.INSTANCE
        : UncompressedStreamCompressionDecorator.INSTANCE;
  }

  @Override
  public void release() {
    // Whoever has opened the entries closes them.
  }

  /** Stands on an entry. */
  private final class Cursor implements KeyValueStateIterator {
    private @Nullable KeyedEntry before;
    private @Nullable KeyedEntry current;

    Cursor() throws IOException {
      next();
    }

    @Override
    public void next() throws IOException {
      before = current;
      current = entries.next();
      if (current != null) {
        String state = entries.shapes().get(current.state()).getName();
        sums.add(state, current.composite(), current.value());
      }
    }

    @Override
    public boolean isValid() {
      return current != null;
    }

    private KeyedEntry current() {
      if (current == null) {
        throw new IllegalStateException("behind the last entry");
      }
      return current;
    }

    @Override
    public int keyGroup() {
      return current().group();
    }

    @Override
    public byte[] key() {
      return current().composite();
    }

    @Override
    public byte[] value() {
      return current().value();
    }

    @Override
    public int kvStateId() {
      return current().state();
    }

    @Override
    public boolean isNewKeyValueState() {
      return before == null || before.state() != current().state();
    }

    @Override
    public boolean isNewKeyGroup() {
      return before == null || before.group() != current().group();
    }

    @Override
    public void close() {
      // Nothing of it is open.
    }
  }
}
