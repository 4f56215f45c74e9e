package io.groundswell.domain.agreement;

import io.groundswell.domain.voice.GistReader;

/**
 * What is kept of a complaint for an hour or two: no text, only which words it had.
 *
 * @param at start of the bucket in which it counts, epoch milliseconds
 * @param voice who spoke
 * @param words hashes of its distinct words
 * @param language hash of its language; 0 where that is unknown
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Heard(long at, long voice, int[] words, int language) {
  /** A complaint in whatever language. */
  public Heard(long at, long voice, int[] words) {
    this(at, voice, words, 0);
  }

  /**
   * What stands for a language among words: no word has such a mark.
   *
   * @param lang primary subtag; may be empty
   */
  public static int language(String lang) {
    return lang.isEmpty() ? 0 : GistReader.hash("=" + lang);
  }
}
