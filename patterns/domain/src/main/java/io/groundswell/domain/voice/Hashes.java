package io.groundswell.domain.voice;

import java.util.Arrays;

/** Hashes of words that grow a character at a time, and sets of them. */
final class Hashes {
  static final int START = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private Hashes() {}

  /** Every digit counts as the same one. */
  static int next(int hash, char c) {
    return (hash ^ (c < 'a' || c > 'z' ? digitAsZero(c) : c)) * PRIME;
  }

  private static char digitAsZero(char c) {
    return Character.isDigit(c) ? '0' : c;
  }

  /** One after the other. */
  static int pair(int first, int second) {
    return mix(first * PRIME + second);
  }

  /** The run of three words that ends at {@code i}. */
  static int triple(int[] words, int i) {
    return mix((words[i - 2] * PRIME + words[i - 1]) * PRIME + words[i]);
  }

  /** Finisher of MurmurHash3. */
  static int mix(int hash) {
    int z = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    z = (z ^ (z >>> 13)) * 0xc2b2ae35;
    return z ^ (z >>> 16);
  }

  /** Ascending, each once; {@code values} are left as they are. */
  static int[] set(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** All runs of three words, as a set. */
  static int[] triples(int[] words) {
    int[] triples = new int[Math.max(0, words.length - 2)];
    for (int i = 2; i < words.length; i++) {
      triples[i - 2] = triple(words, i);
    }
    return set(triples);
  }

  /** How much two sets share. */
  static int shared(int[] a, int[] b) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int order = Integer.compare(a[i], b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }
}
