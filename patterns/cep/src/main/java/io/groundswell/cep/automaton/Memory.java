package io.groundswell.cep.automaton;

import io.groundswell.domain.pattern.Signal;
import java.io.IOException;
import java.util.PriorityQueue;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.cep.configuration.SharedBufferCacheConfig;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.NFAStateSerializer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The partial matches of the current key, one pattern of one group, in Flink's keyed state. Where
 * there are none it holds nothing at all.
 */
@SuppressWarnings("try") // The buffer says that closing it may throw anything.
public final class Memory implements AutoCloseable {
  /** Name of the state that says where partial matches are; beside it are Flink's own. */
  public static final String PARTIAL = "partial-matches";

  private final ValueState<NFAState> partial;
  private final SharedBuffer<Signal> buffer;

  /** Memory in a store of keyed state. */
  public Memory(KeyedStateStore store, TypeSerializer<Signal> signals) {
    partial = store.getState(new ValueStateDescriptor<>(PARTIAL, new NFAStateSerializer()));
    buffer = new SharedBuffer<>(store, signals, new SharedBufferCacheConfig());
  }

  /** Whether the current key has no partial match. */
  public boolean isEmpty() throws IOException {
    return partial.value() == null;
  }

  /** Forgets the partial matches of the current key. */
  public void clear() throws Exception {
    NFAState state = partial.value();
    if (state == null) {
      return;
    }
    try (SharedBufferAccessor<Signal> access = buffer.getAccessor()) {
      for (ComputationState match : state.getPartialMatches()) {
        release(access, match);
      }
      for (ComputationState match : state.getCompletedMatches()) {
        release(access, match);
      }
      access.advanceTime(Long.MAX_VALUE);
    }
    partial.clear();
  }

  static void release(SharedBufferAccessor<Signal> access, ComputationState match)
      throws Exception {
    if (match.getPreviousBufferEntry() != null) {
      access.releaseNode(match.getPreviousBufferEntry(), match.getVersion());
    }
  }

  @Nullable NFAState load() throws IOException {
    return partial.value();
  }

  SharedBufferAccessor<Signal> access() {
    return buffer.getAccessor();
  }

  /**
   * Keeps the state for the current key, or nothing where it holds no match.
   *
   * @return whether it holds one
   */
  boolean save(NFAState state, long time) throws Exception {
    boolean idle =
        state.getCompletedMatches().isEmpty()
            && state.getPartialMatches().stream().allMatch(Memory::isBeginning);
    if (idle) {
      try (SharedBufferAccessor<Signal> access = access()) {
        access.advanceTime(time + 1); // Else the buffer remembers how many signals a moment had.
      }
      partial.clear();
    } else if (state.isStateChanged()) {
      state.resetStateChanged();
      state.resetNewStartPartialMatch();
      partial.update(state);
    }
    return !idle;
  }

  /** Whether it is where the next match begins, with no signal in it. */
  static boolean isBeginning(ComputationState match) {
    return match.getStartEventID() == null;
  }

  static void replace(NFAState state, Iterable<ComputationState> matches) {
    PriorityQueue<ComputationState> queue =
        new PriorityQueue<>(NFAState.COMPUTATION_STATE_COMPARATOR);
    matches.forEach(queue::add);
    state.setNewPartialMatches(queue);
    state.setStateChanged();
  }

  @Override
  public void close() {
    buffer.releaseCacheStatisticsTimer();
  }
}
