package io.groundswell.domain.agreement;

import io.groundswell.domain.post.Folding;

/** The words of a text. */
public final class Words {
  private static final int MOST = 64;

  private Words() {}

  /** Folded words of three letters and more, apart by a space. */
  public static String of(String text) {
    String folded = Folding.fold(text);
    StringBuilder words = new StringBuilder();
    int count = 0;
    String before = "";
    int i = 0;
    while (i < folded.length() && count < MOST) {
      char c = folded.charAt(i);
      if (c == '@' || folded.startsWith("http", i)) {
        while (i < folded.length() && !Character.isWhitespace(folded.charAt(i))) {
          i++;
        }
        continue;
      }
      if (!Character.isLetter(c)) {
        i++;
        continue;
      }
      int begin = words.length();
      while (i < folded.length()) {
        c = folded.charAt(i);
        if (Character.isLetter(c)) {
          words.append(c);
        } else if (c != '-' && c != '\'') {
          break;
        }
        i++;
      }
      int length = words.length() - begin;
      if (before.length() + length <= 7 && !before.isEmpty() && length <= 4) {
        String own = words.substring(begin);
        words.append(' ').append(before).append(own);
        before = own;
      } else {
        before = length <= 4 ? words.substring(begin) : "";
      }
      if (length < 3 && words.length() - begin == length) {
        words.setLength(begin);
      } else {
        words.append(' ');
        count++;
      }
    }
    return words.toString();
  }
}
