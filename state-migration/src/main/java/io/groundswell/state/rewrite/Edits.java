package io.groundswell.state.rewrite;

import io.groundswell.state.saved.About;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the operators and states of a savepoint. What is not named stays as it is, to the
 * byte.
 */
public final class Edits {
  private final Map<String, Map<String, StateEdit>> states = new LinkedHashMap<>();
  private final Map<String, Set<String>> dropped = new LinkedHashMap<>();
  private final Map<String, Set<String>> keptStates = new LinkedHashMap<>();
  private final Set<String> withoutTimers = new TreeSet<>();
  private final Set<String> droppedOperators = new TreeSet<>();
  private final Map<String, byte[]> coordinators = new LinkedHashMap<>();
  private final List<Addition> additions = new ArrayList<>();
  private @Nullable Set<String> kept;
  private @Nullable String full;

  /** Leaves an operator out. */
  public Edits drop(String uid) {
    droppedOperators.add(uid);
    return this;
  }

  /** Leaves a state out. */
  public Edits drop(String uid, String state) {
    dropped.computeIfAbsent(uid, id -> new TreeSet<>()).add(state);
    return this;
  }

  /** Leaves all operators out but these. */
  public Edits keepOnly(Collection<String> uids) {
    kept = Set.copyOf(uids);
    return this;
  }

  /** Leaves all keyed states of an operator out but these; timers are not counted as states. */
  public Edits keepOnly(String uid, Collection<String> names) {
    keptStates.put(uid, Set.copyOf(names));
    return this;
  }

  /**
   * Carries states over without any of their entries.
   *
   * @param but the state that keeps them
   */
  public Edits withoutEntries(String but) {
    full = but;
    return this;
  }

  /** Whether entries of a state are carried over. */
  boolean carries(String state) {
    return full == null || full.equals(state);
  }

  /** Leaves an operator's timers out. */
  public Edits dropTimers(String uid) {
    withoutTimers.add(uid);
    return this;
  }

  /**
   * Changes values that go on being written as they were.
   *
   * @param how gives what is written instead; null to leave an entry out
   */
  public Edits change(String uid, String state, UnaryOperator<@Nullable Object> how) {
    StateEdit edit = edit(uid, state);
    return put(uid, state, edit.as(edit.name(), null, how));
  }

  /**
   * Has a state carry on as another one, of another type.
   *
   * @param name what it is called from now on
   * @param values what its values are written with: of a list its elements, of a map its values
   * @param how gives what is written instead; null to leave an entry out
   */
  public Edits become(
      String uid,
      String state,
      String name,
      TypeSerializer<?> values,
      UnaryOperator<@Nullable Object> how) {
    return put(uid, state, edit(uid, state).as(name, values, how));
  }

  /** Gives a state to a new operator, which has the same key. */
  public Edits move(String uid, String state, String to) {
    return put(uid, state, edit(uid, state).to(to));
  }

  /** Carries only some entries of a state over. */
  public Edits where(String uid, String state, Predicate<About> which) {
    return put(uid, state, edit(uid, state).where(which));
  }

  /**
   * Leaves of an operator nothing but what coordinates it, which is written anew.
   *
   * @param state as its coordinator reads it
   */
  public Edits coordinate(String uid, byte[] state) {
    coordinators.put(uid, state);
    return this;
  }

  /** What coordinates an operator from now on; null where it is what it was. */
  byte @Nullable [] coordinator(String uid) {
    return coordinators.get(uid);
  }

  /** Adds entries. */
  public Edits add(Addition addition) {
    additions.add(addition);
    return this;
  }

  private StateEdit edit(String uid, String state) {
    return states
        .computeIfAbsent(uid, id -> new LinkedHashMap<>())
        .getOrDefault(state, StateEdit.none(uid, state));
  }

  private Edits put(String uid, String state, StateEdit edit) {
    states.computeIfAbsent(uid, id -> new LinkedHashMap<>()).put(state, edit);
    return this;
  }

  /** Whether an operator goes on. */
  boolean keeps(String uid) {
    return !droppedOperators.contains(uid) && (kept == null || kept.contains(uid));
  }

  /** What becomes of a state; null where it is left out. */
  @Nullable StateEdit of(String uid, String state, boolean timers) {
    Set<String> only = keptStates.get(uid);
    boolean out =
        dropped.getOrDefault(uid, Set.of()).contains(state)
            || (timers && withoutTimers.contains(uid))
            || (only != null && !timers && !only.contains(state));
    if (out) {
      return null;
    }
    StateEdit edit = states.getOrDefault(uid, Map.of()).get(state);
    return edit == null ? StateEdit.none(uid, state) : edit;
  }

  /** Entries that are added to an operator. */
  List<Addition> additions() {
    return additions;
  }
}
