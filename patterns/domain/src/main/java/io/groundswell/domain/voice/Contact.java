package io.groundswell.domain.voice;

import io.groundswell.domain.post.Letters;

/**
 * Finds where a text sends its readers: the first link, as host and path, or telephone number, as
 * digits in whatever form they are written. A host alone is where people were when it happened, and
 * a date is no number to call.
 */
final class Contact {
  private static final int FEWEST_DIGITS = 8;
  private static final int FEWEST_WITHOUT_PREFIX = 9;
  private static final int MOST_DIGITS = 15;
  private static final int MOST_BETWEEN = 3;
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long hash;

  void forget() {
    hash = 0;
  }

  /** Hash of the first one since {@link #forget}; 0 for none. */
  long hash() {
    return hash;
  }

  /** Whether a link or a number may begin with it. */
  static boolean mayBeginWith(char c) {
    return c == 'h' || c == 'w' || c == '+' || isDigit(c);
  }

  /** Where the link or number that begins at {@code i} ends; {@code i} where none begins. */
  int endOfOne(String text, int i) {
    char c = text.charAt(i);
    if (c == '+' || isDigit(c)) {
      return i == 0 || !isWithinName(text.charAt(i - 1)) ? endOfNumber(text, i) : i;
    }
    int host = host(text, i);
    return host < 0 ? i : endOfLink(text, host);
  }

  /** The same for a word with a dot in it: "example.com/help" is a link, "example.com" a name. */
  int endOfBareLink(String text, int begin) {
    int i = begin;
    int dot = begin;
    while (i < text.length() && (Letters.isOfWord(text.charAt(i)) || isDotOrHyphen(text, i))) {
      dot = text.charAt(i) == '.' ? i : dot;
      i++;
    }
    boolean path = i - dot > 2 && i + 1 < text.length() && text.charAt(i) == '/';
    return path && Letters.isOfWord(text.charAt(i + 1)) ? endOfLink(text, begin) : begin;
  }

  private static boolean isDotOrHyphen(String text, int i) {
    return text.charAt(i) == '.' || text.charAt(i) == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** What follows such a character is a version, a part of a path or of a code. */
  private static boolean isWithinName(char before) {
    return "/.:-=_#".indexOf(before) >= 0 || Letters.isOfWord(before);
  }

  private static int host(String text, int i) {
    int host = -1;
    if (text.startsWith("http", i)) {
      host = text.startsWith("://", i + 4) ? i + 7 : text.startsWith("s://", i + 4) ? i + 8 : -1;
    }
    int plain = host < 0 ? i : host;
    return text.startsWith("www.", plain) ? plain + 4 : host;
  }

  private int endOfLink(String text, int host) {
    int end = host;
    int named = host;
    int path = Integer.MAX_VALUE;
    boolean query = false;
    for (; end < text.length() && !Character.isWhitespace(text.charAt(end)); end++) {
      char c = text.charAt(end);
      query |= c == '?' || c == '#';
      if (!query) {
        path = c == '/' ? Math.min(path, end) : path;
        named = Character.isLetterOrDigit(c) ? end + 1 : named;
      }
    }
    if (named > path) {
      keep(text, host, named, false);
    }
    return end;
  }

  private int endOfNumber(String text, int begin) {
    int digits = 0;
    int dots = 0;
    int between = 0;
    int end = begin;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
        between = 0;
        end = i + 1;
      } else if (" ().-/+".indexOf(c) < 0 || ++between > MOST_BETWEEN) {
        break;
      }
      dots += c == '.' ? 1 : 0;
    }
    boolean code = end < text.length() && Letters.isOfWord(text.charAt(end));
    boolean number = isLongEnough(text, begin, digits) && digits <= MOST_DIGITS;
    if (!number || code || isDate(text, begin) || isAddress(text, begin, dots)) {
      return begin;
    }
    keep(text, begin, end, true);
    return end;
  }

  /** Eight digits alone are as often an error's code. */
  private static boolean isLongEnough(String text, int begin, int digits) {
    boolean prefix = text.charAt(begin) == '+' || text.startsWith("00", begin);
    return digits >= (prefix ? FEWEST_DIGITS : FEWEST_WITHOUT_PREFIX);
  }

  /** Of a machine, or a version: "192.168.100.1", "10.0.19041.508". */
  private static boolean isAddress(String text, int begin, int dots) {
    return dots >= 3 && text.charAt(begin) != '0' && text.charAt(begin) != '+';
  }

  /** "2026-01-05", "20260105120000". */
  private static boolean isDate(String text, int i) {
    boolean year = text.startsWith("19", i) || text.startsWith("20", i);
    return year
        && i + 4 < text.length()
        && isDigit(text.charAt(i + 2))
        && isDigit(text.charAt(i + 3))
        && "-/.01".indexOf(text.charAt(i + 4)) >= 0;
  }

  private void keep(String text, int begin, int end, boolean digitsOnly) {
    if (hash != 0) {
      return;
    }
    long found = START;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (!digitsOnly || isDigit(c)) {
        found = (found ^ c) * PRIME;
      }
    }
    hash = (found ^ (found >>> 32)) | 1;
  }
}
