package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.CheckpointStateOutputStream;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
import org.apache.flink.shaded.guava33.com.google.common.hash.Hashing;

/** Writes what becomes of one operator of a savepoint. */
final class RewriteOperator {
  private final OperatorState operator;
  private final String uid;
  private final Edits edits;
  private final CheckpointStreamFactory files;
  private final Sums written = new Sums();

  RewriteOperator(OperatorState operator, Edits edits, CheckpointStreamFactory files) {
    this.operator = operator;
    this.uid = Savepoint.uid(operator);
    this.edits = edits;
    this.files = files;
  }

  Part write() throws IOException, UnfitSavepoint {
    List<OperatorState> operators = new ArrayList<>();
    if (edits.keeps(uid)) {
      for (String to : targets()) {
        operators.add(write(to));
      }
    }
    return new Part(operators, written);
  }

  /** Operators that get something of it; what has no key stays where it is. */
  private Set<String> targets() throws IOException, UnfitSavepoint {
    Set<String> targets = new TreeSet<>();
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
        for (int state = 0; state < file.states().size(); state++) {
          StateEdit edit = edits.of(uid, file.states().get(state).getName(), file.isTimer(state));
          if (edit != null && !file.isTimer(state)) {
            targets.add(edit.operator());
          }
        }
      }
    }
    if (targets.isEmpty() || !Savepoint.unkeyed(operator).isEmpty()) {
      targets.add(uid);
    }
    return targets;
  }

  private OperatorState write(String to) throws IOException, UnfitSavepoint {
    boolean same = to.equals(uid);
    OperatorState result =
        new OperatorState(
            same ? operator.getOperatorName().orElse(null) : null,
            same ? operator.getOperatorUid().orElse(null) : to,
            same ? operator.getOperatorID() : id(to),
            operator.getParallelism(),
            operator.getMaxParallelism());
    if (same && operator.getCoordinatorState() != null) {
      result.setCoordinatorState(operator.getCoordinatorState());
    }
    Map<Integer, OperatorSubtaskState> tasks = new TreeMap<>(operator.getSubtaskStates());
    for (Map.Entry<Integer, OperatorSubtaskState> task : tasks.entrySet()) {
      OperatorSubtaskState.Builder builder = OperatorSubtaskState.builder();
      builder.setManagedKeyedState(new StateObjectCollection<>(keyed(task.getValue(), to)));
      if (same) {
        copyRest(task.getValue(), builder);
      }
      result.putState(task.getKey(), builder.build());
    }
    addTo(result);
    return result;
  }

  /** As Flink derives it from a uid. */
  static OperatorID id(String uid) {
    return new OperatorID(Hashing.murmur3_128(0).hashString(uid, StandardCharsets.UTF_8).asBytes());
  }

  private List<KeyedStateHandle> keyed(OperatorSubtaskState task, String to) throws IOException {
    List<KeyedStateHandle> handles = new ArrayList<>();
    for (KeyedStateHandle handle : task.getManagedKeyedState()) {
      KeyGroupsSavepointStateHandle canonical = (KeyGroupsSavepointStateHandle) handle;
      try (KeyedStates file = new KeyedStates(canonical, operator.getMaxParallelism())) {
        Carried carried = new Carried(file, uid, to, edits);
        if (!carried.shapes().isEmpty()) {
          handles.add(write(carried, canonical.getKeyGroupRange(), to));
        }
      }
    }
    return handles;
  }

  private KeyedStateHandle write(Entries entries, KeyGroupRange range, String to)
      throws IOException {
    Sums sums = new Sums();
    KeyedStateHandle handle = WriteKeyed.write(entries, range, files, sums);
    sums.states().forEach((state, sum) -> written.add(name(to, state), sum));
    return handle;
  }

  /** What a state is called in sums. */
  static String name(String operator, String state) {
    return operator + "/" + state;
  }

  private void addTo(OperatorState to) throws IOException {
    List<Addition> additions =
        edits.additions().stream()
            .filter(addition -> addition.operator().equals(Savepoint.uid(to)))
            .toList();
    if (additions.isEmpty()) {
      return;
    }
    OperatorSubtaskState first =
        to.getSubtaskStates().getOrDefault(0, OperatorSubtaskState.builder().build());
    List<KeyedStateHandle> handles = new ArrayList<>(first.getManagedKeyedState());
    KeyGroupRange all = KeyGroupRange.of(0, to.getMaxParallelism() - 1);
    handles.add(write(new Added(additions, to.getMaxParallelism()), all, Savepoint.uid(to)));
    to.putState(
        0, first.toBuilder().setManagedKeyedState(new StateObjectCollection<>(handles)).build());
  }

  /** State without keys, and what Flink keeps beside its own. */
  private void copyRest(OperatorSubtaskState task, OperatorSubtaskState.Builder to)
      throws IOException {
    to.setManagedOperatorState(unkeyed(task.getManagedOperatorState()));
    to.setRawOperatorState(unkeyed(task.getRawOperatorState()));
    List<KeyedStateHandle> raw = new ArrayList<>();
    for (KeyedStateHandle handle : task.getRawKeyedState()) {
      KeyGroupsStateHandle whole = (KeyGroupsStateHandle) handle;
      raw.add(
          new KeyGroupsStateHandle(
              whole.getGroupRangeOffsets(), copy(whole.getDelegateStateHandle())));
    }
    to.setRawKeyedState(new StateObjectCollection<>(raw));
  }

  private StateObjectCollection<OperatorStateHandle> unkeyed(
      StateObjectCollection<OperatorStateHandle> handles) throws IOException {
    List<OperatorStateHandle> copies = new ArrayList<>();
    for (OperatorStateHandle handle : handles) {
      copies.add(
          new OperatorStreamStateHandle(
              handle.getStateNameToPartitionOffsets(), copy(handle.getDelegateStateHandle())));
    }
    return new StateObjectCollection<>(copies);
  }

  private StreamStateHandle copy(StreamStateHandle handle) throws IOException {
    if (handle instanceof ByteStreamStateHandle) {
      return handle;
    }
    try (FSDataInputStream in = handle.openInputStream();
        CheckpointStateOutputStream out =
            files.createCheckpointStateOutputStream(CheckpointedStateScope.EXCLUSIVE)) {
      in.transferTo(out);
      StreamStateHandle copied = out.closeAndGetHandle();
      if (copied == null) {
        throw new IOException("an empty file of state: " + handle);
      }
      return copied;
    }
  }
}
