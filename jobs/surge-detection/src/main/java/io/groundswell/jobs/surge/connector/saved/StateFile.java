package io.groundswell.jobs.surge.connector.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filemerging.SegmentFileStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.jspecify.annotations.Nullable;

/**
 * A file of this machine that a handle names.
 *
 * @param begin where the handle's bytes begin in it
 * @param bytes how many those are
 * @param whole whether the file holds nothing else
 */
record StateFile(Path path, long begin, long bytes, boolean whole) {

  /** Empty where the bytes are in the metadata themselves, or the file is on no disk of ours. */
  static Optional<StateFile> of(StreamStateHandle handle) {
    if (handle instanceof KeyGroupsStateHandle groups) {
      return of(groups.getDelegateStateHandle());
    }
    if (handle instanceof OperatorStreamStateHandle operator) {
      return of(operator.getDelegateStateHandle());
    }
    if (handle instanceof SegmentFileStateHandle part) {
      return LocalPaths.of(part.getFilePath())
          .filter(path -> part.getStateSize() > 0)
          .map(path -> new StateFile(path, part.getStartPos(), part.getStateSize(), false));
    }
    return handle instanceof FileStateHandle file
        ? LocalPaths.of(file.getFilePath())
            .map(path -> new StateFile(path, 0, file.getStateSize(), true))
        : Optional.empty();
  }

  /** What is wrong with it, or null. */
  @Nullable String wrong() throws IOException {
    if (!Files.isRegularFile(path)) {
      return path + " is missing";
    }
    long length = Files.size(path);
    long end = begin + bytes;
    return length < end || (whole && length > end)
        ? "%s has %,d bytes, not %,d".formatted(path, length, end)
        : null;
  }
}
