package io.groundswell.domain.triage;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Letters;

/**
 * A post's text reduced to what it says: folded, without handles, links, repost marks, apostrophes
 * and the {@code #} of hashtags, digits as 0, letters repeated at most twice, words apart by one
 * space. Without this a model learns the style of a network instead of the complaint.
 *
 * <p>Reusable, not thread-safe.
 */
final class CleanText {
  /** Longer texts are cut: what a complaint is about stands at its beginning. */
  static final int LONGEST = 2_000;

  private char[] chars = new char[LONGEST];
  private int length;
  private boolean question;
  private boolean exclamation;
  private boolean link;

  int length() {
    return length;
  }

  char charAt(int index) {
    return chars[index];
  }

  boolean hasQuestion() {
    return question;
  }

  boolean hasExclamation() {
    return exclamation;
  }

  boolean hasLink() {
    return link;
  }

  void set(String raw) {
    String text = Folding.fold(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
    if (chars.length < 2 * text.length()) {
      chars = new char[2 * text.length()];
    }
    length = 0;
    question = false;
    exclamation = false;
    link = false;
    int i = 0;
    while (i < text.length()) {
      i = take(text, i);
    }
    if (length > 0 && chars[length - 1] == ' ') {
      length--;
    }
  }

  /** Reads what begins at {@code i} and returns where the next thing begins. */
  private int take(String text, int i) {
    char c = text.charAt(i);
    if (c >= 'a' && c <= 'z') {
      return word(text, i);
    }
    if (c == '@') {
      return handle(text, i);
    }
    if (c == '&') {
      return entity(text, i);
    }
    if (c == '\'' || c == '`' || startsCutNegation(text, i)) {
      return i + 1;
    }
    if (Letters.isOfWord(c)) {
      letter(c);
      return i + 1;
    }
    question |= c == '?' || c == '¿';
    exclamation |= c == '!';
    return Character.isHighSurrogate(c) || Character.getType(c) == Character.OTHER_SYMBOL
        ? emoji(text, i)
        : gap(i + 1);
  }

  private int word(String text, int i) {
    boolean begins = length == 0 || chars[length - 1] == ' ';
    if (begins && startsLink(text, i)) {
      link = true;
      return gap(endOfNonSpace(text, i));
    }
    if (begins && text.startsWith("rt @", i)) {
      return gap(i + 3);
    }
    letter(text.charAt(i));
    return i + 1;
  }

  private static boolean startsLink(String text, int i) {
    char c = text.charAt(i);
    return (c == 'h' && (text.startsWith("http://", i) || text.startsWith("https://", i)))
        || (c == 'w' && text.startsWith("www.", i));
  }

  /** Some tools cut "can't" into "ca n't"; it is put together again. */
  private static boolean startsCutNegation(String text, int i) {
    return text.charAt(i) == ' ' && text.startsWith("n't", i + 1);
  }

  private int handle(String text, int i) {
    int end = i + 1;
    while (end < text.length() && isHandle(text.charAt(end))) {
      end++;
    }
    return gap(end);
  }

  private static boolean isHandle(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  /** HTML's escaped ampersand and its like, as some networks deliver them. */
  private int entity(String text, int i) {
    int end = text.indexOf(';', i);
    return gap(end > i && end - i <= 6 ? end + 1 : i + 1);
  }

  private static int endOfNonSpace(String text, int i) {
    int end = i;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int emoji(String text, int i) {
    gap(i);
    int end = Math.min(text.length(), i + Character.charCount(text.codePointAt(i)));
    for (int k = i; k < end; k++) {
      chars[length++] = text.charAt(k);
    }
    return gap(end);
  }

  private void letter(char c) {
    if (c <= '9') {
      chars[length++] = '0';
      return;
    }
    char plain = plain(c);
    boolean third = length > 1 && chars[length - 1] == plain && chars[length - 2] == plain;
    if (!third) {
      chars[length++] = plain;
    }
  }

  private static char plain(char c) {
    return Character.isDigit(c) ? '0' : Letters.plain(c);
  }

  private int gap(int next) {
    if (length > 0 && chars[length - 1] != ' ') {
      chars[length++] = ' ';
    }
    return next;
  }
}
