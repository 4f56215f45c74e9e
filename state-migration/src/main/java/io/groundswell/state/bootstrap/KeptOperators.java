package io.groundswell.state.bootstrap;

import io.groundswell.cep.AcrossPatterns;
import io.groundswell.cep.SurgePattern;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.kafka.ClockedSource;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;

/**
 * The operators of which a first savepoint has the whole state. All buckets have closed, so that
 * nothing waits in them, and no text either. What tells people of incidents is left out with its
 * incidents, which nobody was told of; so is whatever read the past.
 */
final class KeptOperators {
  private static final List<String> LEARNING =
      List.of(
          Uids.DROP_DUPLICATES,
          Uids.KEEP_CHANGES,
          Uids.HEAR_VOICES,
          Uids.COUNT_MENTIONS,
          Uids.WATCH_FEEDS,
          Uids.SHARE_BUDGET,
          Uids.SAVE_FOR_CHANGES,
          Uids.LEARN_SEASONS,
          Uids.SCORE_BUCKETS);

  private KeptOperators() {}

  /**
   * Cuts a savepoint that is only just written.
   *
   * @param closed the last moment whose bucket has closed, epoch milliseconds: the live job's
   *     source goes on from there
   */
  static void cut(Path savepoint, long closed) throws IOException, UnfitSavepoint {
    CheckpointMetadata whole = Savepoint.open(savepoint).metadata();
    Set<String> kept = uids();
    List<OperatorState> operators =
        whole.getOperatorStates().stream()
            .filter(operator -> kept.contains(Savepoint.uid(operator)))
            .collect(Collectors.toCollection(ArrayList::new));
    Set<String> files = files(operators);
    operators.add(source(whole, closed));
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(savepoint.resolve("_metadata")))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(
              whole.getCheckpointId(), operators, List.of(), whole.getCheckpointProperties()),
          out);
    }
    files.add("_metadata");
    deleteOthers(savepoint, files);
  }

  private static Set<String> uids() {
    WatchRules any = WatchRules.of(Policy.defaults(), Catalogue.none());
    return Stream.of(
            LEARNING.stream(),
            PatternId.OF_ONE.stream().map(id -> SurgePattern.of(id, any).uid()),
            AcrossPatterns.UIDS.stream())
        .flatMap(uids -> uids)
        .collect(Collectors.toSet());
  }

  private static OperatorState source(CheckpointMetadata whole, long closed) throws IOException {
    OperatorState ofPast =
        whole.getOperatorStates().stream()
            .filter(operator -> Savepoint.uid(operator).equals(Uids.READ_POSTS))
            .findFirst()
            .orElseThrow();
    OperatorState source =
        new OperatorState(
            ofPast.getOperatorName().orElse(null),
            Uids.READ_POSTS,
            ofPast.getOperatorID(),
            ofPast.getParallelism(),
            ofPast.getMaxParallelism());
    source.setCoordinatorState(
        new ByteStreamStateHandle(Uids.READ_POSTS, ClockedSource.begun(closed)));
    return source;
  }

  private static void deleteOthers(Path savepoint, Set<String> files) throws IOException {
    try (Stream<Path> all = Files.list(savepoint)) {
      for (Path file : all.toList()) {
        if (!files.contains(String.valueOf(file.getFileName()))) {
          Files.delete(file);
        }
      }
    }
  }

  /** The files that hold what is not in the metadata themselves. */
  private static Set<String> files(List<OperatorState> operators) {
    Set<String> files = new HashSet<>();
    for (OperatorState operator : operators) {
      for (OperatorSubtaskState task : operator.getStates()) {
        Stream.of(
                task.getManagedKeyedState(),
                task.getRawKeyedState(),
                task.getManagedOperatorState(),
                task.getRawOperatorState())
            .flatMap(handles -> handles.stream().map(KeptOperators::stream))
            .filter(FileStateHandle.class::isInstance)
            .forEach(file -> files.add(((FileStateHandle) file).getFilePath().getName()));
      }
    }
    return files;
  }

  private static StreamStateHandle stream(StateObject state) {
    if (state instanceof KeyGroupsStateHandle keyed) {
      return keyed.getDelegateStateHandle();
    }
    if (state instanceof OperatorStateHandle unkeyed) {
      return unkeyed.getDelegateStateHandle();
    }
    throw new IllegalStateException("state of an unknown kind: " + state.getClass());
  }
}
