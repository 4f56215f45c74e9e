package io.groundswell.state.keyed;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.runtime.SavepointLoader;

/**
 * Operators with one key, and so a max parallelism of 1, which Flink 2.2 refuses to write: they are
 * written with {@value #WRITTEN} key groups, and here the second, which is empty, is cut off.
 */
final class OneKeyGroup {
  /** With so many, the one key that such operators have, a zero, falls into the first. */
  static final int WRITTEN = 2;

  private static final KeyGroupRange FIRST = KeyGroupRange.of(0, 0);

  private OneKeyGroup() {}

  /** Cuts the operators of a savepoint that has just been written. */
  static void cut(String folder, Set<String> uids) throws IOException {
    CheckpointMetadata whole = SavepointLoader.loadSavepointMetadata(folder);
    List<OperatorID> ids =
        uids.stream().map(uid -> OperatorIdentifier.forUid(uid).getOperatorId()).toList();
    List<OperatorState> operators = new ArrayList<>();
    for (OperatorState operator : whole.getOperatorStates()) {
      operators.add(ids.contains(operator.getOperatorID()) ? cut(operator) : operator);
    }
    CheckpointMetadata metadata =
        new CheckpointMetadata(
            whole.getCheckpointId(),
            operators,
            whole.getMasterStates(),
            whole.getCheckpointProperties());
    Path file = new Path(folder, "_metadata");
    try (DataOutputStream out =
        new DataOutputStream(file.getFileSystem().create(file, FileSystem.WriteMode.OVERWRITE))) {
      Checkpoints.storeCheckpointMetadata(metadata, out);
    }
  }

  private static OperatorState cut(OperatorState operator) {
    OperatorState first =
        new OperatorState(
            operator.getOperatorName().orElse(null),
            operator.getOperatorUid().orElse(null),
            operator.getOperatorID(),
            1,
            1);
    for (OperatorSubtaskState task : operator.getStates()) {
      OperatorSubtaskState kept =
          OperatorSubtaskState.builder()
              .setManagedKeyedState(first(task.getManagedKeyedState()))
              .setRawKeyedState(first(task.getRawKeyedState()))
              .build();
      if (kept.hasState()) {
        first.putState(0, kept);
      }
    }
    return first;
  }

  private static StateObjectCollection<KeyedStateHandle> first(
      Collection<KeyedStateHandle> handles) {
    List<KeyedStateHandle> first = new ArrayList<>();
    for (KeyedStateHandle handle : handles) {
      KeyedStateHandle part = handle.getIntersection(FIRST);
      if (part != null) {
        first.add(part);
      }
    }
    return new StateObjectCollection<>(first);
  }
}
