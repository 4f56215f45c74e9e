package io.groundswell.domain.agreement;

/**
 * A complaint of a bucket that closes, with its words.
 *
 * @param author who wrote it
 * @param voice the author, or whose words these are
 * @param words its distinct words; a place for each in {@code hashes}
 * @param hashes their hashes
 */
public record Said(long author, long voice, String[] words, int[] hashes) {

  /** Whether it only says what somebody else has said. */
  public boolean echo() {
    return author != voice;
  }
}
