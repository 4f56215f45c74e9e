package io.groundswell.jobs.surge.connector.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.jspecify.annotations.Nullable;

/**
 * Whether a job can go on from a checkpoint or savepoint, as far as its files show. Seen are
 * metadata that Flink cannot read, files that are missing or have another length than the metadata
 * say, and every byte of RocksDB's files, which have checksums.
 *
 * <p>Flink itself keeps none. A byte that has changed in the metadata, in the state of a source, or
 * in a savepoint in the canonical format is seen only where something can no longer be read or
 * found because of it.
 *
 * @param bytes how large it is, with what it shares with others; 0 where the metadata are
 *     unreadable
 * @param wrong the first thing that is wrong, in words, or null where it is sound
 */
public record Soundness(long bytes, @Nullable String wrong) {

  /** Whether nothing is wrong with it. */
  public boolean sound() {
    return wrong == null;
  }

  /** Reads all of it. */
  public static Soundness of(SavedState saved) {
    Path file = saved.folder().resolve(SavedStates.METADATA);
    if (!Files.exists(file)) {
      return new Soundness(0, "it has no _metadata: it was not completed, or has lost them");
    }
    long bytes = 0;
    try {
      Handles handles = Handles.of(Metadata.read(file));
      bytes = Files.size(file);
      for (StreamStateHandle handle : handles.streams()) {
        bytes += StateFile.of(handle).map(StateFile::bytes).orElse(0L);
      }
      return new Soundness(bytes, wrong(handles));
      // Damaged metadata may say anything, such as that there are a billion operators.
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return new Soundness(bytes, "_metadata cannot be read, or followed: " + e);
    }
  }

  private static @Nullable String wrong(Handles handles) throws IOException {
    for (StreamStateHandle handle : handles.streams()) {
      StateFile file = StateFile.of(handle).orElse(null);
      String wrong = file == null ? null : file.wrong();
      if (wrong != null) {
        return wrong;
      }
    }
    for (IncrementalRemoteKeyedStateHandle database : handles.databases()) {
      String wrong = Database.wrong(database);
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }
}
