package io.groundswell.jobs.surge.html;

/** Text on its way into a page. */
public final class Html {
  private Html() {}

  /** A text as HTML, in elements and in quoted attributes. What no page may hold is left out. */
  public static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(html, c));
    return html.toString();
  }

  private static void append(StringBuilder html, int c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      case '\n', '\t' -> html.append(' ');
      default -> {
        if (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE) {
          html.appendCodePoint(c);
        }
      }
    }
  }
}
