package io.groundswell.state.rewrite;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * What has become of one operator: the operators that have its states now. It is kept beside the
 * files, so that a run that was killed goes on after it.
 *
 * @param operators with what they have got of it
 * @param written what was written, by operator and state
 */
record Part(List<OperatorState> operators, Sums written) {

  /** Keeps it; whoever reads it finds all of it or nothing. */
  void store(Path file, CheckpointMetadata of) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(half))) {
      out.writeInt(written.states().size());
      for (var entry : written.states().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeLong(entry.getValue().entries());
        out.writeLong(entry.getValue().checksum());
      }
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(
              of.getCheckpointId(), operators, List.of(), of.getCheckpointProperties()),
          out);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Finds it.
   *
   * @param beside any file in the folder of the savepoint that is being written
   */
  static Part load(Path file, Path beside) throws IOException {
    Sums written = new Sums();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      for (int left = in.readInt(); left > 0; left--) {
        written.add(in.readUTF(), new Sums.Sum(in.readLong(), in.readLong()));
      }
      CheckpointMetadata metadata =
          Checkpoints.loadCheckpointMetadata(
              in, Part.class.getClassLoader(), beside.toUri().toString());
      return new Part(List.copyOf(metadata.getOperatorStates()), written);
    }
  }
}
