package io.groundswell.domain.triage;

/**
 * What the lexicon found in a text, word by word, to tell what is negated: a negation speaks for
 * the three words on either side of it, as some languages put it before the verb and some after.
 */
final class LexiconHits {
  private static final int REACH = 3;
  private static final int MOST_WORDS = CleanText.LONGEST;

  private final int[] classesOfWord = new int[MOST_WORDS];
  private int words;

  void clear() {
    words = 0;
  }

  void add(int classes) {
    if (words < MOST_WORDS) {
      classesOfWord[words++] = classes;
    }
  }

  /** How many words were added. */
  int words() {
    return words;
  }

  /** Set of classes of a word. */
  int classesOf(int word) {
    return classesOfWord[word];
  }

  /** Classes found plain in the lower 32 bits, negated in the upper 32. */
  long found() {
    long plain = 0;
    long negated = 0;
    for (int i = 0; i < words; i++) {
      int classes = classesOfWord[i] & ~WordClass.NEGATION.bit();
      if (classesOfWord[i] != classes) {
        plain |= WordClass.NEGATION.bit();
      }
      if (classes != 0) {
        if (isNegated(i)) {
          negated |= classes;
        } else {
          plain |= classes;
        }
      }
    }
    return negated << 32 | plain;
  }

  private boolean isNegated(int word) {
    int end = Math.min(words, word + REACH + 1);
    for (int i = Math.max(0, word - REACH); i < end; i++) {
      if ((classesOfWord[i] & WordClass.NEGATION.bit()) != 0) {
        return true;
      }
    }
    return false;
  }
}
