package io.groundswell.state.saved;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.connector.saved.SavedState;
import io.groundswell.jobs.surge.connector.saved.SavedStates;
import io.groundswell.jobs.surge.connector.saved.Soundness;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;

/**
 * A savepoint or checkpoint on this machine, as its metadata describes it.
 *
 * @param folder where it is
 * @param metadata what Flink has written of it
 */
public record Savepoint(Path folder, CheckpointMetadata metadata) {
  /** Beside the class that says which version it is. */
  public static final String SHIPPED = "reference-savepoint";

  /**
   * Reads the metadata, once all files are seen to be whole.
   *
   * @param path of its folder, or of the metadata in it
   * @throws UnfitSavepoint where it is none, or not whole
   */
  public static Savepoint open(Path path) throws IOException, UnfitSavepoint {
    if (!Files.exists(path)) {
      throw new UnfitSavepoint(path + ": there is no such folder; name that of a savepoint");
    }
    SavedState saved = SavedStates.at(path);
    Soundness soundness = Soundness.of(saved);
    if (!soundness.sound()) {
      throw new UnfitSavepoint(
          saved.folder() + ": " + soundness.wrong() + "; 'groundswell state list' finds others");
    }
    Path file = saved.folder().resolve("_metadata");
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return new Savepoint(
          saved.folder(),
          Checkpoints.loadCheckpointMetadata(
              in, Savepoint.class.getClassLoader(), saved.folder().toUri().toString()));
    }
  }

  /**
   * The one that the main job's jar brings: what this version leaves, without entries.
   *
   * @throws UnfitSavepoint where the jar has none
   */
  public static Savepoint shipped() throws IOException, UnfitSavepoint {
    try (InputStream resource = MadeBy.class.getResourceAsStream(SHIPPED)) {
      if (resource == null) {
        throw new UnfitSavepoint(
            "--against: the jar does not say what its savepoints look like; it is no main job's, or"
                + " older than version 0.3");
      }
      return new Savepoint(
          Path.of("this version"),
          Checkpoints.loadCheckpointMetadata(
              new DataInputStream(resource),
              Savepoint.class.getClassLoader(),
              "file:///" + SHIPPED));
    }
  }

  /** Its operators that remember something, by uid. */
  public List<OperatorState> operators() {
    return metadata.getOperatorStates().stream()
        .filter(operator -> operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState))
        .sorted(Comparator.comparing(Savepoint::uid))
        .toList();
  }

  /** Which of several savepoints in the same place it is: a checksum of its metadata. */
  public String fingerprint() throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(Files.readAllBytes(folder.resolve("_metadata")));
    return Long.toHexString(crc.getValue());
  }

  /** An operator's uid, or where Flink has not written one, the hash that stands for it. */
  public static String uid(OperatorState operator) {
    return operator.getOperatorUid().orElse(operator.getOperatorID().toHexString());
  }

  /**
   * The keyed state of an operator's tasks.
   *
   * @throws UnfitSavepoint where it is in a format that only the backend that wrote it reads
   */
  public static List<KeyGroupsSavepointStateHandle> keyed(OperatorState operator)
      throws UnfitSavepoint {
    List<KeyedStateHandle> handles = managed(operator).toList();
    for (KeyedStateHandle handle : handles) {
      if (!(handle instanceof KeyGroupsSavepointStateHandle)) {
        throw new UnfitSavepoint(
            "SAVEPOINT: it is in its backend's native format; take a canonical savepoint: flink"
                + " savepoint --type canonical, or deploy/local/cluster savepoint");
      }
    }
    return handles.stream().map(KeyGroupsSavepointStateHandle.class::cast).toList();
  }

  private static Stream<KeyedStateHandle> managed(OperatorState operator) {
    return operator.getStates().stream().flatMap(task -> task.getManagedKeyedState().stream());
  }

  /** The state of an operator's tasks that has no key. */
  public static List<OperatorStateHandle> unkeyed(OperatorState operator) {
    return operator.getStates().stream()
        .flatMap(task -> task.getManagedOperatorState().stream())
        .toList();
  }
}
