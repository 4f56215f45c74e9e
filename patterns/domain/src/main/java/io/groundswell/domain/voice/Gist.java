package io.groundswell.domain.voice;

/**
 * What is kept of a text to tell it from others: hashes of its words, none in the clear. Flat,
 * since it is operator state.
 *
 * @param words hashes of its words in their order, at most {@value GistReader#MOST_WORDS}; of pairs
 *     of characters in scripts that have no spaces
 * @param distinct how many of them differ
 * @param triples how many runs of three of them differ
 * @param link hash of the first link or telephone number; 0 without
 */
public record Gist(int[] words, int distinct, int triples, long link) {
  /** The gist of one text; where there are many, keep a {@link GistReader}. */
  public static Gist of(String text) {
    return new GistReader().read(text);
  }

  /** How many words it has, repeats included. */
  public int length() {
    return words.length;
  }
}
