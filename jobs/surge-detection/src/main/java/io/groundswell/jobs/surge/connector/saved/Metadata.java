package io.groundswell.jobs.surge.connector.saved;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/** What Flink writes of a checkpoint or savepoint into its {@code _metadata}. */
public final class Metadata {
  private Metadata() {}

  /**
   * The operators that have saved anything, in the order of their names.
   *
   * @return their uids, as far as Flink has kept them
   * @throws IOException where the metadata cannot be read
   */
  public static List<String> operators(SavedState saved) throws IOException {
    return read(saved.folder().resolve(SavedStates.METADATA)).getOperatorStates().stream()
        .filter(Metadata::hasState)
        .map(OperatorState::getOperatorUid)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  private static boolean hasState(OperatorState operator) {
    return operator.getCoordinatorState() != null
        || operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState);
  }

  static CheckpointMetadata read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
      CheckpointMetadata metadata =
          Checkpoints.loadCheckpointMetadata(
              data, Metadata.class.getClassLoader(), "file://" + file.getParent());
      if (data.read() >= 0) {
        throw new IOException("something follows them");
      }
      return metadata;
    }
  }
}
