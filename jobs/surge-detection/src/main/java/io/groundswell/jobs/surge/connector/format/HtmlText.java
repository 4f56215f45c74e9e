package io.groundswell.jobs.surge.connector.format;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of HTML as Mastodon writes it: paragraphs, line breaks, links whose middle alone is
 * shown, mentions and hashtags as links. One pass; whatever is no tag is text.
 */
final class HtmlText {
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "div", "ul", "ol", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> LINES = Set.of("li", "tr", "hr");
  private static final Set<String> UNSEEN = Set.of("script", "style", "template");

  private final String html;
  private final StringBuilder out;
  private @Nullable String href;
  private int linkStart = -1;

  private HtmlText(String html) {
    this.html = html;
    this.out = new StringBuilder(html.length());
  }

  /** The text that people read, with the whole of every link. */
  static String of(String html) {
    return html.indexOf('<') < 0 ? Entities.resolve(html).strip() : new HtmlText(html).text();
  }

  private String text() {
    int at = 0;
    for (int open = tagFrom(0); open >= 0; open = tagFrom(at)) {
      int end = html.indexOf('>', open);
      if (end < 0) {
        break;
      }
      say(at, open);
      at = tag(open, end);
    }
    say(at, html.length());
    endLink();
    return out.toString().strip();
  }

  /** Where the next tag begins; -1 where there is none. */
  private int tagFrom(int at) {
    int open = html.indexOf('<', at);
    while (open >= 0 && !beginsTag(open)) {
      open = html.indexOf('<', open + 1);
    }
    return open;
  }

  private void say(int from, int to) {
    if (from < to) {
      out.append(Entities.resolve(html.substring(from, to)));
    }
  }

  private boolean beginsTag(int open) {
    char next = open + 1 < html.length() ? html.charAt(open + 1) : ' ';
    boolean letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    return next == '/' || next == '!' || letter;
  }

  /** Follows the tag in {@code [open, end]}; returns where the text goes on. */
  private int tag(int open, int end) {
    if (html.startsWith("<!--", open)) {
      int close = html.indexOf("-->", open);
      return close < 0 ? html.length() : close + 3;
    }
    boolean closing = html.charAt(open + 1) == '/';
    String name = name(closing ? open + 2 : open + 1, end);
    if (UNSEEN.contains(name) && !closing) {
      int close = html.indexOf("</" + name, end);
      return close < 0 ? html.length() : close;
    }
    if ("a".equals(name)) {
      endLink();
      if (!closing) {
        href = attribute(html.substring(open, end), "href");
        linkStart = out.length();
      }
    } else if (PARAGRAPHS.contains(name)) {
      endLine(2);
    } else if (LINES.contains(name)) {
      endLine(1);
    } else if ("br".equals(name)) {
      out.append('\n');
    }
    return end + 1;
  }

  private String name(int from, int end) {
    int to = from;
    while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  /**
   * Mentions and hashtags read as they are; of a link, the address counts and not what is shown.
   */
  private void endLink() {
    if (linkStart >= 0 && href != null && linkStart <= out.length()) {
      String shown = out.substring(linkStart);
      if (!shown.startsWith("@") && !shown.startsWith("#")) {
        out.setLength(linkStart);
        out.append(Links.whole(shown, href));
      }
    }
    linkStart = -1;
    href = null;
  }

  /** Sees to it that so many line ends stand here, at least. */
  private void endLine(int ends) {
    for (int i = 1; i <= ends && out.length() >= i; i++) {
      if (out.charAt(out.length() - i) != '\n') {
        out.append("\n".repeat(ends - i + 1));
        return;
      }
    }
  }

  private static @Nullable String attribute(String tag, String name) {
    int at = tag.indexOf(" " + name + "=");
    if (at < 0) {
      return null;
    }
    int from = at + name.length() + 2;
    if (from >= tag.length()) {
      return null;
    }
    char quote = tag.charAt(from);
    boolean quoted = quote == '"' || quote == '\'';
    int to = quoted ? tag.indexOf(quote, from + 1) : tag.indexOf(' ', from);
    String value = tag.substring(quoted ? from + 1 : from, to < 0 ? tag.length() : to);
    return Entities.resolve(value);
  }
}
