package io.groundswell.jobs.surge.connector.format;

/** Reddit's Markdown as plain text: without what is quoted from others, with links in full. */
final class RedditText {
  private static final int CODE_INDENT = 4;
  private static final int LONGEST_ADDRESS = 2000;

  private RedditText() {}

  /** The author's own words. The text comes escaped as for HTML. */
  static String of(String escaped) {
    String text = Entities.resolve(escaped);
    String own = text.indexOf('>') < 0 ? text : withoutQuotes(text);
    return (own.indexOf("](") < 0 ? own : withLinks(own)).strip();
  }

  private static String withoutQuotes(String text) {
    StringBuilder own = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      if (!isQuote(text, at, next)) {
        own.append(text, at, next);
      }
      at = next;
    }
    return own.toString();
  }

  /** A line that begins with {@code >}; with {@code >!} it is the author's own spoiler. */
  private static boolean isQuote(String text, int from, int to) {
    int at = from;
    while (at < to && at < from + CODE_INDENT && text.charAt(at) == ' ') {
      at++;
    }
    return at < to
        && at < from + CODE_INDENT
        && text.charAt(at) == '>'
        && !text.startsWith(">!", at);
  }

  /** Writes {@code [words](address)} as words and address. */
  private static String withLinks(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int bracket = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = c == ']' && bracket >= 0 && text.startsWith("](", i) ? addressEnd(text, i + 2) : -1;
      if (end > 0) {
        String words = out.substring(bracket + 1);
        out.setLength(bracket);
        out.append(Links.whole(words, address(text.substring(i + 2, end))));
        i = end;
        bracket = -1;
        continue;
      }
      if (c == '[') {
        bracket = out.length();
      } else if (c == '\n' || c == ']') {
        bracket = -1;
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Where the closing bracket stands, on the same line; brackets inside come in pairs. */
  private static int addressEnd(String text, int from) {
    int depth = 0;
    int last = Math.min(text.length(), from + LONGEST_ADDRESS);
    for (int i = from; i < last && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Without the title that may follow it. */
  private static String address(String inside) {
    String address = inside.strip();
    int space = address.indexOf(' ');
    return space < 0 ? address : address.substring(0, space);
  }
}
