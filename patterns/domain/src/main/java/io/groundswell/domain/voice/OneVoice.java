package io.groundswell.domain.voice;

import java.util.Arrays;

/**
 * Whether two texts come from one hand: nearly the same words in nearly the same order, or mostly
 * the same words in any order, or readers sent to the same place.
 */
public final class OneVoice {
  /** Shorter texts many people write by themselves: only word for word are they the same. */
  public static final int SHORT = 5;

  /** Jaccard index of runs of three words, in percent, from which texts are copies. */
  static final int TRIPLES = 50;

  /**
   * Jaccard index of words, in percent, from which texts are filled from one template, or their
   * clauses moved.
   */
  static final int WORDS = 50;

  /** For that, both have to be as long at least. */
  static final int TEMPLATE = 8;

  private OneVoice() {}

  /** Whether one hand wrote both; symmetric. */
  public static boolean same(Gist a, Gist b) {
    if (sendToOnePlace(a, b)) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    if (shorter < SHORT) {
      return Arrays.equals(a.words(), b.words());
    }
    return (shorter >= TEMPLATE && sharesWords(a, b)) || sharesTriples(a, b);
  }

  /** Whether both hold the same link or number. */
  static boolean sendToOnePlace(Gist a, Gist b) {
    return a.link() != 0 && a.link() == b.link();
  }

  /** Whether two sets whose sizes add up to {@code sizes} share as much as an index demands. */
  static boolean isEnough(int shared, int sizes, int percent) {
    return (100 + percent) * shared >= percent * sizes;
  }

  private static boolean sharesWords(Gist a, Gist b) {
    int shared = Hashes.shared(Hashes.set(a.words()), Hashes.set(b.words()));
    return isEnough(shared, a.distinct() + b.distinct(), WORDS);
  }

  private static boolean sharesTriples(Gist a, Gist b) {
    int shared = Hashes.shared(Hashes.triples(a.words()), Hashes.triples(b.words()));
    return isEnough(shared, a.triples() + b.triples(), TRIPLES);
  }
}
