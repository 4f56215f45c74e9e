package io.groundswell.domain.agreement;

import java.util.Arrays;

/** How many complaints have a word. Reusable; not safe for use by several threads. */
final class WordCounts {
  private int[] words = new int[256];
  private int[] counts = new int[256];
  private int distinct;
  private int complaints;

  /** What is to be done with each word. */
  @FunctionalInterface
  interface Visitor {
    void take(int word, int count);
  }

  void clear() {
    if (distinct > 0) {
      Arrays.fill(counts, 0);
    }
    distinct = 0;
    complaints = 0;
  }

  /** Adds a complaint. */
  void add(Heard heard) {
    complaints++;
    for (int word : heard.words()) {
      count(word);
    }
  }

  /** Adds the language of a complaint whose words are added. */
  void addLanguage(Heard heard) {
    if (heard.language() != 0) {
      count(heard.language());
    }
  }

  private void count(int word) {
    if (2 * distinct >= words.length) {
      grow();
    }
    int at = find(word);
    if (counts[at]++ == 0) {
      words[at] = word;
      distinct++;
    }
  }

  /** Complaints added. */
  int complaints() {
    return complaints;
  }

  /** How many of them have the word. */
  int of(int word) {
    return counts[find(word)];
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < words.length; i++) {
      if (counts[i] > 0) {
        visitor.take(words[i], counts[i]);
      }
    }
  }

  private int find(int word) {
    int mask = words.length - 1;
    int at = ((word * 0x9e3779b9) >>> 7) & mask;
    while (counts[at] > 0 && words[at] != word) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldWords = words;
    int[] oldCounts = counts;
    words = new int[2 * oldWords.length];
    counts = new int[2 * oldWords.length];
    for (int i = 0; i < oldWords.length; i++) {
      if (oldCounts[i] > 0) {
        int at = find(oldWords[i]);
        words[at] = oldWords[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
