package io.groundswell.jobs.surge.connector.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Character references of HTML, each resolved once: what results is text, whatever it looks like.
 */
final class Entities {
  private static final int LONGEST = "&#x10FFFF;".length();

  /** The last one is a space without width, which Reddit's editor leaves behind. */
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "…",
          "#x200B", "");

  private Entities() {}

  /** The text that is meant. What is no reference stays as it is. */
  static String resolve(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int end = end(text, at);
      String meant = end < 0 ? null : meaning(text.substring(at + 1, end));
      if (meant == null) {
        at = text.indexOf('&', at + 1);
        continue;
      }
      out.append(text, copied, at).append(meant);
      copied = end + 1;
      at = text.indexOf('&', copied);
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static int end(String text, int at) {
    int last = Math.min(text.length(), at + LONGEST);
    for (int i = at + 1; i < last; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String meaning(String name) {
    String known = NAMED.get(name);
    if (known != null || name.length() < 2 || name.charAt(0) != '#') {
      return known;
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    try {
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean character = Character.isValidCodePoint(point) && point > 0 && !isHalf(point);
      return character ? Character.toString(point) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
