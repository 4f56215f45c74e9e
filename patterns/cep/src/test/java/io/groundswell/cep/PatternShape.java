package io.groundswell.cep;

import io.groundswell.cep.language.BuiltIn;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.surge.AcrossRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.Quantifier;
import org.apache.flink.cep.pattern.Quantifier.QuantifierProperty;

/**
 * What of a pattern lies in savepoints, in words: its stages' names, how one follows another, and
 * how often each comes. Flink restores partial matches of another shape without a word; conditions
 * and windows are in no savepoint.
 */
public final class PatternShape {
  private PatternShape() {}

  /** The shape of every built-in pattern, by its id. */
  static SortedMap<String, String> ofAll() {
    PatternCompiler compiler = new PatternCompiler(new Regions(List.of()));
    SortedMap<String, String> shapes = new TreeMap<>();
    for (PatternRule rule : BuiltIn.rules(new AcrossRules(10, 10, 1, 1))) {
      shapes.put(rule.id(), of(compiler.compile(rule)));
    }
    return shapes;
  }

  /**
   * The shape of one, such as {@code calm next elevated (looping, greedy, strict) next extreme}.
   *
   * @param last its last stage
   */
  public static String of(Pattern<?, ?> last) {
    Deque<String> stages = new ArrayDeque<>();
    for (Pattern<?, ?> stage = last; stage != null; stage = stage.getPrevious()) {
      String name = stage.getName() + howOften(stage);
      stages.push(stage.getPrevious() == null ? name : follows(stage) + " " + name);
    }
    return String.join(" ", stages);
  }

  private static String follows(Pattern<?, ?> stage) {
    return switch (stage.getQuantifier().getConsumingStrategy()) {
      case STRICT -> "next";
      case SKIP_TILL_NEXT -> "followedBy";
      case SKIP_TILL_ANY -> "followedByAny";
      case NOT_FOLLOW -> "notFollowedBy";
      case NOT_NEXT -> "notNext";
    };
  }

  private static String howOften(Pattern<?, ?> stage) {
    Quantifier quantifier = stage.getQuantifier();
    StringBuilder text = new StringBuilder();
    for (QuantifierProperty property : QuantifierProperty.values()) {
      if (property != QuantifierProperty.SINGLE && quantifier.hasProperty(property)) {
        text.append(text.length() == 0 ? " (" : ", ").append(word(property));
      }
    }
    if (text.length() == 0) {
      return "";
    }
    if (stage.getTimes() != null) {
      text.append(", ").append(stage.getTimes().getFrom());
      text.append(" to ").append(stage.getTimes().getTo());
    }
    return text.append(", ")
        .append(word(quantifier.getInnerConsumingStrategy()))
        .append(")")
        .toString();
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
