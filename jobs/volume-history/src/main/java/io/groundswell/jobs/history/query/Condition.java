package io.groundswell.jobs.history.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/**
 * Reads a condition on a scan, as DuckDB's plans write it, as one of Iceberg's. It lets through all
 * rows that the condition does, and perhaps more: what is not understood lets everything through.
 */
final class Condition {
  /**
   * Where one of these stands outside of parentheses, AND and OR may not mean what they seem to.
   */
  private static final Set<String> UNCERTAIN = Set.of("CASE", "WHEN", "THEN", "ELSE", "END", "->");

  private static final String OPTIONAL = "optional: ";

  private final Schema schema;
  private final ZoneId zone;

  Condition(Schema schema, ZoneId zone) {
    this.schema = schema;
    this.zone = zone;
  }

  /** All of several conditions. A plan breaks a text with line ends into several of them. */
  Expression all(List<String> conditions) {
    Expression all = Expressions.alwaysTrue();
    for (String condition : conditions) {
      Optional<List<Token>> tokens =
          Token.split(
              condition.startsWith(OPTIONAL) ? condition.substring(OPTIONAL.length()) : condition);
      if (tokens.isEmpty()) {
        return Expressions.alwaysTrue();
      }
      all = Expressions.and(all, read(tokens.get()));
    }
    return all;
  }

  private Expression read(List<Token> tokens) {
    if (enclosed(tokens)) {
      return read(tokens.subList(1, tokens.size() - 1));
    }
    if (uncertain(tokens)) {
      return Expressions.alwaysTrue();
    }
    List<List<Token>> either = split(tokens, "OR");
    if (either.size() > 1) {
      return join(either, Expressions::or);
    }
    List<List<Token>> both = split(tokens, "AND");
    if (!split(tokens, "BETWEEN").get(0).equals(tokens)) {
      return both.size() == 2
          ? new Comparison(tokens, schema, zone).between()
          : Expressions.alwaysTrue();
    }
    return both.size() > 1
        ? join(both, Expressions::and)
        : new Comparison(tokens, schema, zone).read();
  }

  private Expression join(List<List<Token>> parts, BinaryOperator<Expression> how) {
    return parts.stream().map(this::read).reduce(how).orElse(Expressions.alwaysTrue());
  }

  /** Whether the first parenthesis is closed by the last. */
  private static boolean enclosed(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.get(0).is("(")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += step(tokens.get(i));
      if (depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }

  private static boolean uncertain(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += step(token);
      boolean not = token.is("NOT") && (i == 0 || !tokens.get(i - 1).is("IS"));
      if (depth == 0 && (not || UNCERTAIN.stream().anyMatch(token::is))) {
        return true;
      }
    }
    return depth != 0;
  }

  private static List<List<Token>> split(List<Token> tokens, String word) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += step(tokens.get(i));
      if (depth == 0 && tokens.get(i).is(word)) {
        parts.add(tokens.subList(begin, i));
        begin = i + 1;
      }
    }
    parts.add(tokens.subList(begin, tokens.size()));
    return parts;
  }

  private static int step(Token token) {
    if (token.is("(")) {
      return 1;
    }
    return token.is(")") ? -1 : 0;
  }
}
