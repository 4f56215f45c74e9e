package io.groundswell.jobs.history.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a condition, as DuckDB's plans write them.
 *
 * @param kind what it is
 * @param text as written; of a text or a quoted name what stands between the quotes
 */
record Token(Kind kind, String text) {
  /** What a piece is. */
  enum Kind {
    TEXT,
    WORD,
    NAME,
    NUMBER,
    SIGN
  }

  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(?:'(?<text>(?:[^']|'')*)'"
              + "|\"(?<name>(?:[^\"]|\"\")*)\""
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<number>[0-9][0-9.eE]*)"
              + "|(?<sign>[<>=!]+|::|[^\\s'\"]))",
          Pattern.DOTALL);

  /** The pieces of a condition; empty where a quote is not closed, so that nothing is certain. */
  static Optional<List<Token>> split(String condition) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(condition.strip());
    int at = 0;
    while (at < condition.strip().length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return Optional.empty();
      }
      tokens.add(of(matcher));
      at = matcher.end();
    }
    return Optional.of(tokens);
  }

  private static Token of(Matcher matcher) {
    if (matcher.group("text") != null) {
      return new Token(Kind.TEXT, matcher.group("text").replace("''", "'"));
    }
    if (matcher.group("name") != null) {
      return new Token(Kind.NAME, matcher.group("name").replace("\"\"", "\""));
    }
    if (matcher.group("word") != null) {
      return new Token(Kind.WORD, matcher.group("word"));
    }
    return matcher.group("number") != null
        ? new Token(Kind.NUMBER, matcher.group("number"))
        : new Token(Kind.SIGN, matcher.group("sign"));
  }

  /** Whether it is a word of SQL or a sign. */
  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
  }
}
