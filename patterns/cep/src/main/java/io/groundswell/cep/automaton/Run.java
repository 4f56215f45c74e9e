package io.groundswell.cep.automaton;

import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;
import org.apache.flink.cep.time.TimerService;

/**
 * An automaton at work for one group, while its key is the current one. Time only goes on: {@link
 * #advance} to a moment, then {@link #read} its signals in their order, then {@link #save}.
 */
@SuppressWarnings("try") // The buffer says that closing it may throw anything.
public final class Run {
  private static final Comparator<ComputationState> OLDEST_FIRST =
      Comparator.comparingLong(ComputationState::getStartTimestamp)
          .thenComparing(match -> match.getStartEventID().getId())
          .thenComparingLong(ComputationState::getPreviousTimestamp)
          .thenComparing(ComputationState::getCurrentStateName)
          .thenComparing(match -> match.getVersion().toString());

  private final NFA<Signal> nfa;
  private final AfterMatchSkipStrategy skip;
  private final Memory memory;
  private final NFAState state;
  private final List<List<List<ScoredBucket>>> found = new ArrayList<>();
  private long now;

  Run(NFA<Signal> nfa, AfterMatchSkipStrategy skip, Memory memory, NFAState state) {
    this.nfa = nfa;
    this.skip = skip;
    this.memory = memory;
    this.state = state;
  }

  /** Lets windows end that are over at a moment: those that waited for nothing are complete. */
  public void advance(long time) throws Exception {
    now = time;
    try (SharedBufferAccessor<Signal> access = memory.access()) {
      found(nfa.advanceTime(access, state, time, skip).f0);
    }
  }

  /**
   * Reads a signal of the moment that it advanced to.
   *
   * @return when the window of the match that it begins is over; empty where it begins none
   */
  public OptionalLong read(Signal signal) throws Exception {
    try (SharedBufferAccessor<Signal> access = memory.access()) {
      found(nfa.process(access, state, signal, now, skip, new Moment(now)));
    }
    boolean began = nfa.getWindowTime() > 0 && state.isNewStartPartialMatch();
    state.resetNewStartPartialMatch();
    return began ? OptionalLong.of(now + nfa.getWindowTime()) : OptionalLong.empty();
  }

  /** From here on nothing begins; what has begun goes on. */
  public void beginNothing() {
    List<ComputationState> begun =
        state.getPartialMatches().stream().filter(match -> !Memory.isBeginning(match)).toList();
    if (begun.size() < state.getPartialMatches().size()) {
      Memory.replace(state, begun);
    }
  }

  /**
   * Drops the oldest partial matches beyond a number.
   *
   * @return how many were dropped
   */
  public int dropBeyond(int most) throws Exception {
    int dropped = partialMatches() - most;
    if (dropped <= 0) {
      return 0;
    }
    List<ComputationState> oldest =
        state.getPartialMatches().stream()
            .filter(match -> !Memory.isBeginning(match))
            .sorted(OLDEST_FIRST)
            .limit(dropped)
            .toList();
    List<ComputationState> kept = new ArrayList<>(state.getPartialMatches());
    try (SharedBufferAccessor<Signal> access = memory.access()) {
      for (ComputationState match : oldest) {
        kept.remove(match);
        Memory.release(access, match);
      }
    }
    Memory.replace(state, kept);
    return dropped;
  }

  /** How many matches have begun and are not complete. */
  public int partialMatches() {
    return Math.toIntExact(
        state.getPartialMatches().stream().filter(match -> !Memory.isBeginning(match)).count());
  }

  /** The matches that were completed so far, each as the buckets of its stages. */
  public List<List<List<ScoredBucket>>> found() {
    return found;
  }

  /**
   * Puts away what goes on.
   *
   * @return whether anything does
   */
  public boolean save() throws Exception {
    return memory.save(state, now);
  }

  private void found(Collection<Map<String, List<Signal>>> matches) {
    for (Map<String, List<Signal>> match : matches) {
      found.add(
          match.values().stream()
              .map(stage -> stage.stream().map(Signal::bucket).toList())
              .toList());
    }
  }

  /** Conditions ask for no time but that of events. */
  private record Moment(long now) implements TimerService {
    @Override
    public long currentProcessingTime() {
      return now;
    }
  }
}
