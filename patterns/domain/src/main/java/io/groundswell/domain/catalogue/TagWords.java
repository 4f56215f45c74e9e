package io.groundswell.domain.catalogue;

import java.util.Set;

/** Words that people glue to a name in a hashtag, folded: {@code down}, {@code fix}, … */
final class TagWords {
  private static final Set<String> WORDS = Set.copyOf(Lists.words("tag-words.txt"));
  private static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElse(0);

  private TagWords() {}

  /** Whether the part is nothing but listed words, digits and underscores; so is an empty one. */
  static boolean spell(String text, int from, int to) {
    boolean[] reached = new boolean[to - from + 1];
    reached[0] = true;
    for (int i = from; i < to; i++) {
      if (reached[i - from]) {
        char c = text.charAt(i);
        reached[i - from + 1] |= Character.isDigit(c) || c == '_';
        for (int end = i + 2; end <= Math.min(to, i + LONGEST); end++) {
          reached[end - from] |= WORDS.contains(text.substring(i, end));
        }
      }
    }
    return reached[to - from];
  }
}
