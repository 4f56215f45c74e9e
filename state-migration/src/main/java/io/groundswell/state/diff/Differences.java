package io.groundswell.state.diff;

import io.groundswell.state.saved.About;
import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.jspecify.annotations.Nullable;

/** Compares what two savepoints know, operator by operator; of one, all keys are in memory. */
public final class Differences {
  private static final int SHOWN = 5;

  private final Map<String, Counts> states = new TreeMap<>();

  private Differences() {}

  /** The keyed states of both, by operator and state. */
  public static List<StateDifference> of(Savepoint first, Savepoint second)
      throws IOException, UnfitSavepoint {
    Map<String, OperatorState> before = byUid(first);
    Map<String, OperatorState> after = byUid(second);
    TreeSet<String> uids = new TreeSet<>(before.keySet());
    uids.addAll(after.keySet());
    List<StateDifference> all = new ArrayList<>();
    for (String uid : uids) {
      Differences operator = new Differences();
      operator.first(before.get(uid));
      operator.second(after.get(uid));
      operator.states.forEach((state, counts) -> all.add(counts.difference(uid, state)));
    }
    return all;
  }

  private static Map<String, OperatorState> byUid(Savepoint savepoint) {
    Map<String, OperatorState> operators = new HashMap<>();
    savepoint.operators().forEach(one -> operators.put(Savepoint.uid(one), one));
    return operators;
  }

  private void first(@Nullable OperatorState operator) throws IOException, UnfitSavepoint {
    each(operator, (counts, file, entry) -> counts.first(file, entry));
  }

  private void second(@Nullable OperatorState operator) throws IOException, UnfitSavepoint {
    each(operator, (counts, file, entry) -> counts.second(file, entry));
  }

  private void each(@Nullable OperatorState operator, Visitor visitor)
      throws IOException, UnfitSavepoint {
    if (operator == null) {
      return;
    }
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
        for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
          String state = file.states().get(entry.state()).getName();
          visitor.see(states.computeIfAbsent(state, name -> new Counts()), file, entry);
        }
      }
    }
  }

  /** Sees an entry. */
  @FunctionalInterface
  private interface Visitor {
    void see(Counts counts, KeyedStates file, KeyedEntry entry) throws IOException;
  }

  /** What one state has. */
  private static final class Counts {
    private final Map<ByteBuffer, Known> left = new HashMap<>();
    private final TreeSet<String> keys = new TreeSet<>();
    private long same;
    private long added;
    private long changed;

    /** A value, as far as it can be told from others, and whose it is. */
    private record Known(long checksum, String key) {}

    void first(KeyedStates file, KeyedEntry entry) throws IOException {
      left.put(ByteBuffer.wrap(entry.composite()), new Known(checksum(entry), key(file, entry)));
    }

    void second(KeyedStates file, KeyedEntry entry) throws IOException {
      Known before = left.remove(ByteBuffer.wrap(entry.composite()));
      if (before != null && before.checksum() == checksum(entry)) {
        same++;
        return;
      }
      show(key(file, entry));
      if (before == null) {
        added++;
      } else {
        changed++;
      }
    }

    private void show(String key) {
      if (keys.size() < SHOWN) {
        keys.add(key);
      }
    }

    private static long checksum(KeyedEntry entry) {
      CRC32C crc = new CRC32C();
      crc.update(entry.value());
      return crc.getValue() << Integer.SIZE | entry.value().length;
    }

    private static String key(KeyedStates file, KeyedEntry entry) throws IOException {
      About about = file.about(entry);
      // Operators that know all products have one key, a zero.
      return String.valueOf(about.key() instanceof String ? about.key() : about.mapKey());
    }

    StateDifference difference(String operator, String state) {
      left.values().forEach(known -> show(known.key()));
      return new StateDifference(
          operator, state, same, added, left.size(), changed, List.copyOf(keys));
    }
  }
}
