package io.groundswell.domain.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The wrong spellings of one alias that people commonly use: two neighbouring letters changed
 * places, a letter missing, a letter doubled, each in one word of at least {@value #SHORTEST_WORD}
 * letters and never the first letter; its words written together; one word written as two.
 */
final class Spellings {
  /** Shorter words differ from too many others in one letter. */
  static final int SHORTEST_WORD = 6;

  private static final int SHORTEST_TOGETHER = 4;
  private static final int SHORTEST_PART = 3;

  /** A letter before a name that is no word in itself: {@code e bay}, {@code t mobile}. */
  private static final String LONE_LETTERS = "etxz";

  private final String alias;
  private final Set<String> common;
  private final List<String> wrong = new ArrayList<>();

  /**
   * The spellings of an alias.
   *
   * @param alias folded, its words one space apart
   * @param common words that mean something themselves
   */
  Spellings(String alias, Set<String> common) {
    this.alias = alias;
    this.common = common;
  }

  List<String> wrong() {
    if (!alias.chars().allMatch(c -> Words.joins((char) c) || c == ' ' || c == '\'')) {
      return List.of();
    }
    int start = 0;
    for (int end = 0; end <= alias.length(); end++) {
      if (end == alias.length() || !Character.isLetter(alias.charAt(end))) {
        mistype(start, end);
        start = end + 1;
      }
    }
    together();
    apart();
    return wrong;
  }

  private void mistype(int start, int end) {
    String word = alias.substring(start, end);
    if (word.length() < SHORTEST_WORD) {
      return;
    }
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      String before = word.substring(0, i);
      String after = word.substring(i + 1);
      add(start, end, before + after);
      add(start, end, before + c + c + after);
      if (!after.isEmpty()) {
        add(start, end, before + after.charAt(0) + c + after.substring(1));
      }
    }
  }

  private void add(int start, int end, String word) {
    boolean changed = !alias.regionMatches(start, word, 0, Math.max(word.length(), end - start));
    if (changed && !common.contains(word)) {
      wrong.add(alias.substring(0, start) + word + alias.substring(end));
    }
  }

  private void together() {
    String together = alias.replace(" ", "").replace("'", "");
    if (!together.equals(alias) && together.length() >= SHORTEST_TOGETHER) {
      wrong.add(together);
      wrong.add(alias.replace("'", ""));
    }
  }

  private void apart() {
    if (alias.indexOf(' ') >= 0 || alias.length() < SHORTEST_TOGETHER) {
      return;
    }
    if (LONE_LETTERS.indexOf(alias.charAt(0)) >= 0) {
      wrong.add(alias.charAt(0) + " " + alias.substring(1));
    }
    for (int i = SHORTEST_PART; i <= alias.length() - SHORTEST_PART; i++) {
      String before = alias.substring(0, i);
      String after = alias.substring(i);
      if (!(common.contains(before) && common.contains(after))) {
        wrong.add(before + " " + after);
      }
    }
  }
}
