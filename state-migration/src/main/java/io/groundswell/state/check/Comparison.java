package io.groundswell.state.check;

import io.groundswell.state.check.Finding.Verdict;
import io.groundswell.state.saved.Head;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.StateShape;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.jspecify.annotations.Nullable;

/**
 * Compares the operators and states of a savepoint with those of another one, which a version of
 * the job has left that shall go on from the first. Flink's serializers themselves say what they
 * can read.
 */
final class Comparison {
  /** Flink's sinks look for it in whatever they are restored from, and have it ever after. */
  private static final String SINKS_OF_OLD = "streaming_committer_raw_states";

  private final List<Finding> findings = new ArrayList<>();

  private Comparison() {}

  /** What becomes of each state of {@code old}, by operator. */
  static List<Finding> of(Savepoint old, Savepoint reference) throws IOException, UnfitSavepoint {
    Map<String, OperatorState> before = byUid(old);
    Map<String, OperatorState> after = byUid(reference);
    TreeSet<String> uids = new TreeSet<>(before.keySet());
    uids.addAll(after.keySet());
    Comparison comparison = new Comparison();
    for (String uid : uids) {
      comparison.compare(uid, before.get(uid), after.get(uid));
    }
    return comparison.findings;
  }

  private static Map<String, OperatorState> byUid(Savepoint savepoint) {
    Map<String, OperatorState> operators = new TreeMap<>();
    savepoint.operators().forEach(operator -> operators.put(Savepoint.uid(operator), operator));
    return operators;
  }

  private void compare(String uid, @Nullable OperatorState old, @Nullable OperatorState now)
      throws IOException, UnfitSavepoint {
    if (now == null) {
      add(
          uid,
          null,
          Verdict.UNFIT,
          "the new job has no such operator: Flink refuses the savepoint");
    } else if (old == null) {
      add(uid, null, Verdict.NEW, "the operator begins with nothing");
    } else if (old.getMaxParallelism() != now.getMaxParallelism()) {
      add(
          uid,
          null,
          Verdict.UNFIT,
          "its max parallelism is %d and would be %d: keys would lie in other groups"
              .formatted(old.getMaxParallelism(), now.getMaxParallelism()));
    } else {
      compare(uid, Head.of(old), Head.of(now));
    }
  }

  private void compare(String uid, Map<String, Head> old, Map<String, Head> now) {
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      Head before = old.get(name);
      Head after = now.get(name);
      if (after == null && before != null) {
        leftBehind(uid, before);
      } else if (before == null && after != null) {
        begins(uid, after);
      } else if (before != null && after != null) {
        compare(uid, before, after);
      }
    }
  }

  private void leftBehind(String uid, Head state) {
    if (state.state().getName().equals(SINKS_OF_OLD)) {
      add(uid, SINKS_OF_OLD, Verdict.AS_IS, "");
    } else if (!isTimers(state)) {
      add(
          uid,
          state.state().getName(),
          Verdict.LEFT_BEHIND,
          "nothing in the new job reads it, and Flink would forget it without a word");
    }
  }

  private void begins(String uid, Head state) {
    if (!isTimers(state)) {
      add(uid, state.state().getName(), Verdict.NEW, "begins empty");
    }
  }

  /** Operators have them or not, as they come to need them. */
  private static boolean isTimers(Head state) {
    return StateShape.kind(state.state()) == StateShape.Kind.TIMERS;
  }

  private void compare(String uid, Head old, Head now) {
    String name = old.state().getName();
    StateShape.Kind before = StateShape.kind(old.state());
    StateShape.Kind after = StateShape.kind(now.state());
    if (before != after) {
      String words = "it was a %s and would be a %s".formatted(before.label(), after.label());
      add(uid, name, Verdict.UNFIT, words);
      return;
    }
    Verdict worst = of(old.key(), now.key());
    if (worst != Verdict.AS_IS) {
      add(uid, name, Verdict.UNFIT, "its keys are of another type: none would be found again");
      return;
    }
    for (CommonSerializerKeys part : CommonSerializerKeys.values()) {
      Verdict verdict =
          of(
              old.state().getTypeSerializerSnapshot(part),
              now.state().getTypeSerializerSnapshot(part));
      worst = verdict.compareTo(worst) > 0 ? verdict : worst;
    }
    add(
        uid,
        name,
        worst,
        worst == Verdict.UNFIT ? "it was written in a way that the new job cannot read" : "");
  }

  /** What the second's serializer says of what the first's has written. */
  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // Whether the types are the same is what it is asked.
  private static Verdict of(
      @Nullable TypeSerializerSnapshot<?> old, @Nullable TypeSerializerSnapshot<?> now) {
    if (old == null || now == null) {
      return old == now ? Verdict.AS_IS : Verdict.UNFIT;
    }
    try {
      TypeSerializerSnapshot<?> current = now.restoreSerializer().snapshotConfiguration();
      TypeSerializerSchemaCompatibility<?> answer =
          ((TypeSerializerSnapshot) current)
              .resolveSchemaCompatibility((TypeSerializerSnapshot) old);
      if (answer.isIncompatible()) {
        return Verdict.UNFIT;
      }
      return answer.isCompatibleAsIs() ? Verdict.AS_IS : Verdict.ADAPTED;
    } catch (RuntimeException | LinkageError unreadable) {
      return Verdict.UNFIT;
    }
  }

  private void add(String uid, @Nullable String state, Verdict verdict, String words) {
    findings.add(new Finding(uid, state, verdict, words));
  }
}
