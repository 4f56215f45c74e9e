package io.groundswell.domain.pattern;

import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.Turn;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What buckets with some traits may look like, as far as scoring allows: no elevated bucket without
 * complaints, no calm one that opens a surge. It rules out only what can never be.
 */
final class Feasible {
  private static final List<String> SIDES = List.of("upstream", "downstream");
  private static final Range NOT_BELOW_ZERO = Range.atLeast(0);

  private final Map<What, Set<String>> words = new EnumMap<>(What.class);
  private final Map<String, Range> numbers = new HashMap<>();
  private final Map<String, What> measured = new HashMap<>();

  private Feasible() {
    words.put(What.LEVEL, new LinkedHashSet<>(known(What.LEVEL)));
    words.put(What.TURN, new LinkedHashSet<>(known(What.TURN)));
    words.put(What.SIDE, new LinkedHashSet<>(SIDES));
  }

  /** The words that a trait may name. */
  static List<String> known(What what) {
    return switch (what) {
      case LEVEL -> Words.all(Level.class);
      case TURN -> Words.all(Turn.class);
      default -> SIDES;
    };
  }

  /** What is left of all buckets; {@code any} clauses that leave nothing are passed over. */
  static Feasible of(Condition... together) {
    Feasible left = new Feasible();
    for (Condition condition : together) {
      condition.all().traits().forEach(left::keep);
      condition.none().traits().forEach(left::remove);
    }
    left.conclude();
    return left;
  }

  /** The same with the traits of one clause as well. */
  static Feasible of(Condition condition, Clause clause) {
    return of(condition, new Condition(clause, List.of(), Clause.EMPTY));
  }

  private void keep(Trait trait) {
    if (trait.what().kind() == What.Kind.WORD) {
      left(trait.what()).retainAll(trait.words());
    } else if (isNumber(trait)) {
      narrow(trait.what(), name(trait), trait.range());
    }
  }

  private void remove(Trait trait) {
    if (trait.what().kind() == What.Kind.WORD) {
      left(trait.what()).removeAll(Set.copyOf(trait.words()));
    } else if (trait.what().kind() == What.Kind.NUMBER) {
      opposite(trait.range()).ifPresent(rest -> narrow(trait.what(), name(trait), rest));
    }
  }

  private static boolean isNumber(Trait trait) {
    return trait.what().kind() == What.Kind.NUMBER || trait.what().kind() == What.Kind.NUMBER_SINCE;
  }

  private static String name(Trait trait) {
    return trait.what() + String.join(",", trait.stages());
  }

  /** The numbers outside a range that is open at one end; others leave two pieces. */
  private static Optional<Range> opposite(Range range) {
    if (range.most() == Double.POSITIVE_INFINITY) {
      return Optional.of(
          new Range(Double.NEGATIVE_INFINITY, true, range.least(), !range.withLeast()));
    }
    return range.least() == Double.NEGATIVE_INFINITY
        ? Optional.of(new Range(range.most(), !range.withMost(), Double.POSITIVE_INFINITY, true))
        : Optional.empty();
  }

  private void narrow(What what, String name, Range range) {
    measured.put(name, what);
    Range known = numbers.getOrDefault(name, floor(what));
    numbers.put(name, known.and(range));
  }

  private static Range floor(What what) {
    return what == What.EVIDENCE ? Range.ANY : NOT_BELOW_ZERO;
  }

  private Set<String> left(What what) {
    return words.getOrDefault(what, Set.of());
  }

  private void conclude() {
    if (isOnly(What.TURN, Set.of(Words.of(Turn.OPENS), Words.of(Turn.REOPENS)))) {
      left(What.LEVEL).retainAll(Set.of(Level.EXTREME.label()));
    } else if (isOnly(What.TURN, Set.of(Words.of(Turn.RESOLVES)))) {
      left(What.LEVEL).retainAll(Set.of(Level.CALM.label()));
    }
    if (!left(What.LEVEL).contains(Level.CALM.label())) {
      narrow(What.OBSERVED, What.OBSERVED.name(), Range.atLeast(1));
    }
    if (isOnly(What.LEVEL, Set.of(Level.ELEVATED.label()))) {
      narrow(What.EVIDENCE, What.EVIDENCE.name(), Range.atLeast(Level.guard(0)));
    }
  }

  private boolean isOnly(What what, Set<String> some) {
    return !left(what).isEmpty() && some.containsAll(left(what));
  }

  /** Whether it can only be a bucket that changes a surge. */
  boolean turns() {
    return !left(What.TURN).contains(Words.of(Turn.NONE));
  }

  /** Whether it can be a calm bucket only, and need not change a surge. */
  boolean isCalm() {
    return isOnly(What.LEVEL, Set.of(Level.CALM.label()))
        && left(What.TURN).contains(Words.of(Turn.NONE));
  }

  /** What leaves no bucket, if none is left. */
  Optional<What> nothingLeft() {
    for (Map.Entry<What, Set<String>> entry : words.entrySet()) {
      if (entry.getValue().isEmpty()) {
        return Optional.of(entry.getKey());
      }
    }
    return numbers.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(entry -> measured.get(entry.getKey()))
        .sorted()
        .findFirst();
  }
}
