package io.groundswell.domain.agreement;

import io.groundswell.domain.voice.GistReader;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A complaint of a bucket that closes, with its words. Words are the same that begin alike, so that
 * "disabled" and "disable" are.
 *
 * @param author who wrote it
 * @param voice the author, or whose words these are
 * @param words its distinct words; a place for each in {@code hashes}
 * @param hashes their hashes
 */
public record Said(long author, long voice, String[] words, int[] hashes) {
  private static final int BEGINNING = 5;

  /** A complaint with the words of its text, in order, apart by spaces. */
  public static Said of(long author, long voice, String text) {
    Map<Integer, String> distinct = new LinkedHashMap<>();
    for (int begin = 0; begin < text.length(); ) {
      int space = text.indexOf(' ', begin);
      int end = space < 0 ? text.length() : space;
      String word = text.substring(begin, end);
      distinct.putIfAbsent(hash(word), word);
      begin = end + 1;
    }
    int[] hashes = distinct.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new Said(author, voice, distinct.values().toArray(new String[0]), hashes);
  }

  private static int hash(String word) {
    return GistReader.hash(beginning(word));
  }

  /** What tells a folded word from others: words that begin alike are the same. */
  public static String beginning(String word) {
    return word.length() > BEGINNING ? word.substring(0, BEGINNING) : word;
  }

  /** Whether it only says what somebody else has said. */
  public boolean echo() {
    return author != voice;
  }
}
