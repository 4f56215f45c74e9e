package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.io.Serializable;

/**
 * Hashtags in which words are glued together. Where capitals, digits or underscores show the words
 * ({@code #AcmeDown}), they are read as if they were written apart; else ({@code #acmedown}) a name
 * counts where listed words are all that is left of the hashtag.
 */
final class Hashtags implements Serializable {
  /** Stands between hashtags written apart, so that no phrase reaches from one to the next. */
  private static final char BREAK = '\u0001';

  private static final int LONGEST = 60;

  /** Names of fewer letters are parts of too many words. */
  private static final int SHORTEST_NAME = 4;

  private final NameTrie names;

  /**
   * Finds names.
   *
   * @param names without separators, as they stand in hashtags
   */
  Hashtags(NameTrie names) {
    this.names = names;
  }

  /** A name as a hashtag glues it together; empty where it is too short to be told apart. */
  static String glued(String normalName) {
    StringBuilder glued = new StringBuilder();
    for (int i = 0; i < normalName.length(); i++) {
      char c = normalName.charAt(i);
      if (Words.joins(c)) {
        glued.append(c);
      } else if (Words.standsAlone(c)) {
        return "";
      }
    }
    return glued.length() < SHORTEST_NAME ? "" : glued.toString();
  }

  /** Whether the text may hold a hashtag. */
  static boolean in(String text) {
    return text.indexOf('#') >= 0;
  }

  /** The words of all hashtags that show them, folded, to be read behind the text. */
  static String apart(String text) {
    StringBuilder apart = new StringBuilder();
    for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
      int end = end(text, at + 1);
      int from = at + 1;
      for (int i = from + 1; i < end; i++) {
        if (begins(text, at + 1, i, end)) {
          apart.append(from == at + 1 ? BREAK : ' ').append(text, from, i);
          from = i;
        }
      }
      if (from > at + 1) {
        apart.append(' ').append(text, from, end);
      }
    }
    return apart.isEmpty() ? "" : Folding.fold(apart.toString()).replace('_', ' ');
  }

  /** Gathers what is named in hashtags that show no words. */
  void find(String text, Findings findings) {
    for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
      int end = end(text, at + 1);
      if (end - at > SHORTEST_NAME) {
        find(text.substring(at + 1, end), findings::addGlued);
      }
    }
  }

  /** What is told of a name that is found. */
  interface Found {
    void add(int meaning);
  }

  private void find(String tag, Found out) {
    String folded = Folding.fold(tag);
    Occurrences found = names.findInside(folded);
    for (int i = found.size() - 1; i >= 0; i--) {
      boolean whole = found.start(i) == 0 && found.end(i) == folded.length();
      if (whole) {
        return;
      }
    }
    for (int i = 0; i < found.size(); i++) {
      if (stands(tag, folded, found.start(i), found.end(i)) && !isPart(tag, folded, found, i)) {
        out.add(found.meaning(i));
      }
    }
  }

  /** Inside a longer name that stands there too: {@code #acmebankdown} is about the bank. */
  private static boolean isPart(String tag, String folded, Occurrences found, int index) {
    for (int i = 0; i < found.size(); i++) {
      boolean longer =
          found.start(i) <= found.start(index)
              && found.end(i) >= found.end(index)
              && found.end(i) - found.start(i) > found.end(index) - found.start(index);
      if (longer && stands(tag, folded, found.start(i), found.end(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(String tag, String folded, int start, int end) {
    boolean words = tag.length() == folded.length() && isCamel(tag, start, end);
    return (words || TagWords.spell(folded, 0, start))
        && (words || TagWords.spell(folded, end, folded.length()));
  }

  /** {@code JetBlue} in {@code #JetBlueSucks}: of several words, and words on both sides. */
  private static boolean isCamel(String tag, int start, int end) {
    boolean several = false;
    for (int i = start + 1; i < end; i++) {
      several |= begins(tag, 0, i, tag.length());
    }
    return several
        && (start == 0 || begins(tag, 0, start, tag.length()))
        && (end == tag.length() || begins(tag, 0, end, tag.length()));
  }

  private static int end(String text, int start) {
    int end = start;
    int most = Math.min(text.length(), start + LONGEST);
    while (end < most && Words.joins(text.charAt(end))) {
      end++;
    }
    return end == most && end < text.length() && Words.joins(text.charAt(end)) ? start : end;
  }

  /** Whether a new word begins: at a capital, a digit after letters, or beside an underscore. */
  private static boolean begins(String text, int start, int at, int end) {
    if (at <= start) {
      return false;
    }
    char before = text.charAt(at - 1);
    char c = text.charAt(at);
    if (before == '_' || c == '_') {
      return before != c;
    }
    if (Character.isDigit(before) != Character.isDigit(c)) {
      return true;
    }
    boolean lastCapital = at + 1 < end && Character.isLowerCase(text.charAt(at + 1));
    return Character.isUpperCase(c) && (Character.isLowerCase(before) || lastCapital);
  }
}
