package io.groundswell.state.rewrite;

import io.groundswell.state.saved.Savepoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.CheckpointStreamFactory;
import org.apache.flink.runtime.state.KeyGroupRange;

/** Writes operators that are not in a savepoint and get entries all the same. */
final class Newcomers {
  private final Set<String> known;
  private final Edits edits;
  private final CheckpointStreamFactory files;

  /**
   * Prepares it.
   *
   * @param known operators of the savepoint, which get their additions with the rest
   */
  Newcomers(List<OperatorState> known, Edits edits, CheckpointStreamFactory files) {
    this.known = known.stream().map(Savepoint::uid).collect(Collectors.toSet());
    this.edits = edits;
    this.files = files;
  }

  Part write() throws IOException {
    Map<String, List<Addition>> additions = new LinkedHashMap<>();
    for (Addition one : edits.additions()) {
      if (!known.contains(one.operator())) {
        additions.computeIfAbsent(one.operator(), uid -> new ArrayList<>()).add(one);
      }
    }
    Sums written = new Sums();
    List<OperatorState> operators = new ArrayList<>();
    for (Map.Entry<String, List<Addition>> operator : additions.entrySet()) {
      operators.add(write(operator.getKey(), operator.getValue(), written));
    }
    return new Part(operators, written);
  }

  private OperatorState write(String uid, List<Addition> additions, Sums written)
      throws IOException {
    int groups = additions.get(0).maxParallelism();
    OperatorState operator = new OperatorState(null, uid, RewriteOperator.id(uid), 1, groups);
    Sums sums = new Sums();
    operator.putState(
        0,
        OperatorSubtaskState.builder()
            .setManagedKeyedState(
                WriteKeyed.write(
                    new Added(additions), KeyGroupRange.of(0, groups - 1), files, sums))
            .build());
    sums.states().forEach((state, sum) -> written.add(RewriteOperator.name(uid, state), sum));
    return operator;
  }
}
