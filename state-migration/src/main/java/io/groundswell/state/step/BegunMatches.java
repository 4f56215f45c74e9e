package io.groundswell.state.step;

import io.groundswell.domain.pattern.Over;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What Flink's CEP operators, one for each pattern up to version 0.3, have begun, as the host of
 * all patterns keeps it. Their automatons and shared buffers go over as they are; keys name the
 * pattern as well, and a buffered bucket becomes a signal.
 */
final class BegunMatches {
  /** As Flink's operator names its states. */
  private static final String AUTOMATON = "nfaStateName";

  private static final String WAITING = "eventQueuesStateName";
  private static final String BUFFER = "sharedBuffer-";

  private static final Map<String, Old> OPERATORS =
      Stream.of(
              new Old("sudden", Over.SUBJECT, Duration.ZERO),
              new Old("sustained", Over.SUBJECT, Duration.ZERO),
              new Old("escalation", Over.SUBJECT, Duration.ofDays(7)),
              new Old("recovery", Over.SUBJECT, Duration.ofDays(37)),
              new Old("relapse", Over.SUBJECT, Duration.ofDays(8)),
              new Old("spread", Over.REGIONS, Duration.ofMinutes(15)),
              new Old("cascade", Over.DEPENDENCY, Duration.ofMinutes(30)))
          .collect(Collectors.toUnmodifiableMap(Old::uid, Function.identity()));

  private final Edits edits;
  private final Map<Over, Old> waiting = new EnumMap<>(Over.class);

  BegunMatches(Edits edits) {
    this.edits = edits;
  }

  /**
   * An operator.
   *
   * @param pattern id of its pattern
   * @param over whose buckets meet in it
   * @param within the pattern's window; 0 where it has none
   */
  record Old(String pattern, Over over, Duration within) {
    String uid() {
      return "pattern-" + pattern + "-v1";
    }
  }

  /** Adds it to the edits, and leaves the operators out. */
  void carry(Savepoint from) throws IOException, UnfitSavepoint {
    @Nullable HostEntries host = null;
    for (OperatorState operator : from.operators()) {
      Old old = OPERATORS.get(Savepoint.uid(operator));
      if (old != null) {
        edits.drop(old.uid());
        host = host == null ? new HostEntries(edits, operator.getMaxParallelism()) : host;
        carry(operator, old, host);
      }
    }
    if (host != null) {
      host.addRuns();
    }
  }

  private void carry(OperatorState operator, Old old, HostEntries host)
      throws IOException, UnfitSavepoint {
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      Map<String, SortedSet<Long>> begun = new HashMap<>();
      try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
        for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
          if (name(file, entry).equals(AUTOMATON)) {
            SortedSet<Long> starts = starts(file, entry);
            if (!starts.isEmpty()) {
              begun.put((String) file.about(entry).key(), starts);
            }
          }
        }
      }
      begun.forEach((group, starts) -> host.begin(old, group, starts));
      try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
        for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
          carry(file, entry, old, host);
        }
      }
    }
  }

  private void carry(KeyedStates file, KeyedEntry entry, Old old, HostEntries host)
      throws IOException {
    if (file.isTimer(entry.state())) {
      return; // The host's own are set where a match begins, and where a bucket waits.
    }
    String group = (String) file.about(entry).key();
    String name = name(file, entry);
    if (name.equals(WAITING)) {
      // All operators of one subject have the same buckets waiting.
      if (waiting.computeIfAbsent(old.over(), over -> old).equals(old)) {
        long moment = (long) Objects.requireNonNull(file.about(entry).mapKey());
        host.addWaiting(old, group, moment, file, entry);
      }
    } else if (host.hasBegun(old, group)) {
      if (name.equals(AUTOMATON)) {
        host.addAutomaton(old, group, entry.value());
      } else if (name.startsWith(BUFFER)) {
        host.addBuffered(old, group, file, entry, mapKey(file, entry));
      }
    }
  }

  private static String name(KeyedStates file, KeyedEntry entry) {
    return file.states().get(entry.state()).getName();
  }

  /** When the matches began that an automaton has begun. */
  private static SortedSet<Long> starts(KeyedStates file, KeyedEntry entry) throws IOException {
    NFAState state =
        (NFAState) file.values(entry.state()).deserialize(new DataInputDeserializer(entry.value()));
    SortedSet<Long> starts = new TreeSet<>();
    for (ComputationState match : state.getPartialMatches()) {
      if (match.getStartEventID() != null) {
        starts.add(match.getStartTimestamp());
      }
    }
    return starts;
  }

  private static byte[] mapKey(KeyedStates file, KeyedEntry entry) throws IOException {
    DataInputDeserializer in = file.behindGroup(entry.composite());
    file.keys().deserialize(in);
    VoidNamespaceSerializer.INSTANCE.deserialize(in);
    byte[] bytes = new byte[in.available()];
    in.readFully(bytes);
    return bytes;
  }
}
