package io.groundswell.jobs.history.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a column, or of the day or hour in which it lies, with constants. Read from
 * left to right, once.
 */
final class Comparison {
  private final List<Token> tokens;
  private final Schema schema;
  private final ZoneId zone;
  private int at;

  Comparison(List<Token> tokens, Schema schema, ZoneId zone) {
    this.tokens = tokens;
    this.schema = schema;
    this.zone = zone;
  }

  /** {@code column = constant}, and the like. */
  Expression read() {
    Side side = side();
    if (side == null) {
      return Expressions.alwaysTrue();
    }
    if (take("IN")) {
      return in(side);
    }
    for (String sign : List.of("=", ">=", "<=", ">", "<")) {
      if (take(sign)) {
        Constant constant = constant();
        return constant == null || !done()
            ? Expressions.alwaysTrue()
            : side.compare(sign, constant, zone);
      }
    }
    return Expressions.alwaysTrue();
  }

  /** {@code column BETWEEN constant AND constant}; plans say so of half-open ranges, too. */
  Expression between() {
    Side side = side();
    if (side == null || !take("BETWEEN")) {
      return Expressions.alwaysTrue();
    }
    Constant low = constant();
    boolean and = take("AND");
    Constant high = constant();
    if (low == null || !and || high == null || !done()) {
      return Expressions.alwaysTrue();
    }
    return Expressions.and(side.compare(">=", low, zone), side.compare("<=", high, zone));
  }

  private Expression in(Side side) {
    if (!take("(")) {
      return Expressions.alwaysTrue();
    }
    List<Expression> each = new ArrayList<>();
    do {
      Constant constant = constant();
      if (constant == null) {
        return Expressions.alwaysTrue();
      }
      each.add(side.compare("=", constant, zone));
    } while (take(","));
    if (!take(")") || !done()) {
      return Expressions.alwaysTrue();
    }
    return each.stream().reduce(Expressions::or).orElse(Expressions.alwaysTrue());
  }

  private @Nullable Side side() {
    if (take("CAST")) {
      Side inner = take("(") ? side() : null;
      if (inner == null || !inner.isTime() || !take("AS") || !take("DATE")) {
        return null;
      }
      return take(")") ? inner.asDate() : null;
    }
    if (take("date_trunc")) {
      String unit = take("(") ? text() : null;
      Side inner = take(",") ? side() : null;
      if (unit == null || inner == null || !inner.isTime()) {
        return null;
      }
      return take(")") ? inner.cut(unit) : null;
    }
    return column();
  }

  private @Nullable Side column() {
    if (done() || !isName(tokens.get(at))) {
      return null;
    }
    Types.NestedField field = schema.findField(tokens.get(at).text());
    if (field == null) {
      return null;
    }
    at++;
    Type.TypeID type = field.type().typeId();
    boolean known = type == Type.TypeID.STRING || type == Type.TypeID.TIMESTAMP;
    return known ? Side.of(field.name(), type == Type.TypeID.TIMESTAMP) : null;
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NAME;
  }

  private @Nullable Constant constant() {
    if (take("CAST")) {
      String text = take("(") ? text() : null;
      return text != null && take("AS") ? new Constant(text, type(")")) : null;
    }
    String text = text();
    if (text == null) {
      return null;
    }
    return new Constant(text, take("::") ? type("") : "");
  }

  /** The words of a type, up to and with the end if there is one. */
  private String type(String end) {
    List<String> words = new ArrayList<>();
    while (!done() && tokens.get(at).kind() == Token.Kind.WORD && !tokens.get(at).is("AND")) {
      words.add(tokens.get(at++).text());
    }
    return end.isEmpty() || take(end) ? String.join(" ", words) : "unknown";
  }

  private @Nullable String text() {
    boolean is = !done() && tokens.get(at).kind() == Token.Kind.TEXT;
    return is ? tokens.get(at++).text() : null;
  }

  private boolean take(String word) {
    boolean is = !done() && tokens.get(at).is(word);
    at += is ? 1 : 0;
    return is;
  }

  private boolean done() {
    return at == tokens.size();
  }

  /**
   * What a column is compared with.
   *
   * @param type as DuckDB writes it; empty for a text
   */
  record Constant(String text, String type) {}
}
