package io.groundswell.domain.ruling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rulings hold when, as far as anybody still has to know. Rulings of a kind begin in the
 * order of their numbers, so that one which comes again, or comes late, changes nothing. Not safe
 * for use by several threads.
 */
public final class Rulings {
  private final Map<RuleKind, NavigableMap<Integer, Ruling>> known = new EnumMap<>(RuleKind.class);
  private long newest = Long.MIN_VALUE;

  /**
   * Takes one in.
   *
   * @return whether it is news: neither known nor replaced already
   */
  public boolean add(Ruling ruling) {
    if (!isNews(ruling)) {
      return false;
    }
    known.computeIfAbsent(ruling.kind(), kind -> new TreeMap<>()).put(ruling.number(), ruling);
    newest = Math.max(newest, ruling.from());
    return true;
  }

  /** Whether a ruling is neither known nor replaced already. */
  public boolean isNews(Ruling ruling) {
    NavigableMap<Integer, Ruling> ofKind = ofKind(ruling.kind());
    return ofKind.isEmpty() || ruling.number() > ofKind.lastKey();
  }

  /** Whether nothing has been ruled. */
  public boolean isEmpty() {
    return known.isEmpty();
  }

  /** From when on all of them hold that have not been replaced; {@link Long#MIN_VALUE} for none. */
  public long newest() {
    return newest;
  }

  /**
   * What holds for something that is read, or ends, at a moment.
   *
   * @param time epoch milliseconds
   * @return the last that began before it; null where the rules are still those of the beginning
   */
  public @Nullable Ruling at(RuleKind kind, long time) {
    for (Ruling ruling : ofKind(kind).descendingMap().values()) {
      if (ruling.from() < time) {
        return ruling;
      }
    }
    return null;
  }

  /**
   * Forgets what holds for nothing that ends after a moment.
   *
   * @param time epoch milliseconds
   * @return what is forgotten
   */
  public List<Ruling> forget(long time) {
    List<Ruling> forgotten = new ArrayList<>();
    for (NavigableMap<Integer, Ruling> ofKind : known.values()) {
      while (ofKind.size() > 1 && second(ofKind).from() < time) {
        forgotten.add(ofKind.pollFirstEntry().getValue());
      }
    }
    return forgotten;
  }

  private static Ruling second(NavigableMap<Integer, Ruling> ofKind) {
    return ofKind.higherEntry(ofKind.firstKey()).getValue();
  }

  /** All that are known, by kind and number. */
  public List<Ruling> all() {
    return known.values().stream().flatMap(ofKind -> ofKind.values().stream()).toList();
  }

  private NavigableMap<Integer, Ruling> ofKind(RuleKind kind) {
    return known.getOrDefault(kind, Collections.emptyNavigableMap());
  }
}
