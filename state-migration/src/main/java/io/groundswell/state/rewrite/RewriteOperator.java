package io.groundswell.state.rewrite;

import io.groundswell.state.saved.Head;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.StateShape;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.StateObjectCollection;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.CheckpointStateOutputStream;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.CheckpointedStateScope;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
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
    byte[] coordinator = edits.coordinator(uid);
    if (coordinator != null) {
      OperatorState only = operator(uid);
      only.setCoordinatorState(new ByteStreamStateHandle(uid, coordinator));
      operators.add(only);
    } else if (edits.keeps(uid)) {
      for (String to : targets()) {
        operators.add(write(to));
      }
    }
    return new Part(operators, written);
  }

  /** Operators that get something of it; what has no key stays where it is. */
  private Set<String> targets() throws IOException, UnfitSavepoint {
    Set<String> targets = new TreeSet<>();
    for (Head head : Head.of(operator).values()) {
      boolean timers = StateShape.kind(head.state()) == StateShape.Kind.TIMERS;
      StateEdit edit = edits.of(uid, head.state().getName(), timers);
      if (head.key() != null && !timers && edit != null) {
        targets.add(edit.operator());
      }
    }
    if (targets.isEmpty() || !Savepoint.unkeyed(operator).isEmpty()) {
      targets.add(uid);
    }
    return targets;
  }

  private OperatorState write(String to) throws IOException, UnfitSavepoint {
    boolean same = to.equals(uid);
    OperatorState result = operator(to);
    if (same && operator.getCoordinatorState() != null) {
      result.setCoordinatorState(operator.getCoordinatorState());
    }
    Map<Integer, OperatorSubtaskState> tasks = new TreeMap<>(operator.getSubtaskStates());
    for (Map.Entry<Integer, OperatorSubtaskState> task : tasks.entrySet()) {
      OperatorSubtaskState.Builder builder = OperatorSubtaskState.builder();
      builder.setManagedKeyedState(keyed(task.getKey(), task.getValue(), to));
      if (same) {
        copyRest(task.getValue(), builder);
      }
      result.putState(task.getKey(), builder.build());
    }
    return result;
  }

  private OperatorState operator(String to) {
    boolean same = to.equals(uid);
    return new OperatorState(
        same ? operator.getOperatorName().orElse(null) : null,
        same ? operator.getOperatorUid().orElse(null) : to,
        same ? operator.getOperatorID() : id(to),
        operator.getParallelism(),
        operator.getMaxParallelism());
  }

  /** As Flink derives it from a uid. */
  static OperatorID id(String uid) {
    return new OperatorID(Hashing.murmur3_128(0).hashString(uid, StandardCharsets.UTF_8).asBytes());
  }

  private StateObjectCollection<KeyedStateHandle> keyed(
      int number, OperatorSubtaskState task, String to) throws IOException {
    KeyGroupRange range =
        KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
            operator.getMaxParallelism(), operator.getParallelism(), number);
    List<Entries> sources = new ArrayList<>();
    try (CloseableRegistry open = new CloseableRegistry()) {
      for (KeyedStateHandle handle : task.getManagedKeyedState()) {
        KeyedStates file =
            new KeyedStates((KeyGroupsSavepointStateHandle) handle, operator.getMaxParallelism());
        open.registerCloseable(file);
        sources.add(new Carried(file, uid, to, edits));
      }
      List<Addition> additions =
          edits.additions().stream()
              .filter(one -> one.operator().equals(to) && range.contains(one.group()))
              .toList();
      if (!additions.isEmpty()) {
        sources.add(new Added(additions));
      }
      return write(sources, range, to);
    }
  }

  private StateObjectCollection<KeyedStateHandle> write(
      List<Entries> sources, KeyGroupRange range, String to) throws IOException {
    if (sources.stream().allMatch(source -> source.shapes().isEmpty())) {
      return StateObjectCollection.empty();
    }
    Entries all = sources.size() == 1 ? sources.get(0) : new Merged(sources);
    Sums sums = new Sums();
    KeyedStateHandle handle = WriteKeyed.write(all, range, files, sums);
    sums.states().forEach((state, sum) -> written.add(name(to, state), sum));
    return StateObjectCollection.singleton(handle);
  }

  /** What a state is called in sums. */
  static String name(String operator, String state) {
    return operator + "/" + state;
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
