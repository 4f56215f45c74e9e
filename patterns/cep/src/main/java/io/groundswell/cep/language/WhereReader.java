package io.groundswell.cep.language;

import io.groundswell.domain.pattern.Clause;
import io.groundswell.domain.pattern.Condition;
import io.groundswell.domain.pattern.Names;
import io.groundswell.domain.pattern.Range;
import io.groundswell.domain.pattern.Trait;
import io.groundswell.domain.pattern.What;
import io.groundswell.domain.pattern.Words;
import io.groundswell.domain.surge.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads what a bucket has to be: {@code level: calm}, {@code evidence: {at_least: 9}}. */
final class WhereReader {
  private static final List<String> ENDS = List.of("at_least", "more_than", "at_most", "below");
  private static final List<String> ENDS_SINCE =
      List.of("since", "at_least", "more_than", "at_most", "below");

  private final Names names;

  WhereReader(Names names) {
    this.names = names;
  }

  Condition condition(Part where) {
    List<String> known = new ArrayList<>(Words.all(What.class));
    known.add("any");
    known.add("none");
    where.only(known);
    return new Condition(
        traits(where),
        where.find("any").map(Part::entries).orElse(List.of()).stream().map(this::clause).toList(),
        where.find("none").map(this::clause).orElse(Clause.EMPTY));
  }

  private Clause clause(Part part) {
    part.only(Words.all(What.class));
    return traits(part);
  }

  private Clause traits(Part part) {
    List<Trait> traits = new ArrayList<>();
    for (What what : What.values()) {
      part.find(Words.of(what)).ifPresent(found -> traits.add(trait(what, found)));
    }
    return new Clause(traits);
  }

  private Trait trait(What what, Part part) {
    return switch (what.kind()) {
      case WORD -> Trait.word(what, what == What.LEVEL ? levels(part) : part.words());
      case NUMBER -> Trait.number(what, range(what, part, ENDS));
      case NUMBER_SINCE -> {
        Range range = range(what, part, ENDS_SINCE);
        String since = part.isKeys() ? part.need("since").map(Part::word).orElse("") : "";
        yield Trait.since(what, since, range);
      }
      case RELATION -> Trait.relation(what, part.words());
    };
  }

  /** Levels have an order, so that {@code at_least: elevated} names two of them. */
  private static List<String> levels(Part part) {
    if (!part.isKeys()) {
      return part.words();
    }
    part.only(List.of("at_least", "at_most"));
    Level least = level(part, "at_least", Level.CALM);
    Level most = level(part, "at_most", Level.EXTREME);
    List<String> levels = new ArrayList<>();
    for (Level level : Level.values()) {
      if (level.compareTo(least) >= 0 && level.compareTo(most) <= 0) {
        levels.add(level.label());
      }
    }
    return levels;
  }

  private static Level level(Part part, String end, Level otherwise) {
    return part.find(end).map(word -> word.constant(Level.class, otherwise)).orElse(otherwise);
  }

  private Range range(What what, Part part, List<String> known) {
    if (!part.only(known)) {
      return Range.ANY;
    }
    Optional<Part> from = part.find("at_least");
    Optional<Part> above = part.find("more_than");
    Optional<Part> to = part.find("at_most");
    Optional<Part> below = part.find("below");
    boolean twice =
        (from.isPresent() && above.isPresent()) || (to.isPresent() && below.isPresent());
    if (twice || from.or(() -> above).or(() -> to).or(() -> below).isEmpty()) {
      part.refuse(twice ? "has two ends on one side" : "has no end", "use one or two of " + ENDS);
    }
    return new Range(
        from.or(() -> above).map(end -> number(what, end)).orElse(Double.NEGATIVE_INFINITY),
        above.isEmpty(),
        to.or(() -> below).map(end -> number(what, end)).orElse(Double.POSITIVE_INFINITY),
        below.isEmpty());
  }

  private double number(What what, Part part) {
    if (what == What.GAP) {
      OptionalLong time = part.isWord() ? names.time(part.word()) : OptionalLong.empty();
      if (time.isEmpty()) {
        part.refuse("cannot be read", names.hint());
      }
      return time.orElse(0);
    }
    OptionalDouble named = part.isWord() ? names.figure(part.word()) : OptionalDouble.empty();
    if (named.isEmpty() && !part.isNumber()) {
      part.refuse("cannot be read", "use a number, or one of " + figures());
    }
    return named.orElse(part.number());
  }

  private String figures() {
    return String.join(", ", names.figures().keySet().stream().sorted().toList());
  }
}
