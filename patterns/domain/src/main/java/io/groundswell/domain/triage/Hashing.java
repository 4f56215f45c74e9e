package io.groundswell.domain.triage;

/** Hashes of words that grow a character at a time, so that every prefix is had for free. */
final class Hashing {
  static final long START = 0xcbf29ce484222325L;
  private static final long WORD = 0x100000001b3L;
  private static final long PHRASE = 0xd6e8feb86659fd93L;

  private Hashing() {}

  static long next(long hash, char c) {
    return (hash ^ c) * WORD;
  }

  /** Hash of the phrase {@code before} (0 for none) followed by {@code word}. */
  static long phrase(long before, long word) {
    long z = (before ^ word) * PHRASE;
    return (z ^ (z >>> 32)) * PHRASE;
  }

  /** The place of one kind of feature in a space of {@code 2^bits}. */
  static int index(int kind, long hash, int bits) {
    long z = (hash + kind * 0x9e3779b97f4a7c15L) * PHRASE;
    return (int) (((z ^ (z >>> 29)) * START) >>> (64 - bits));
  }
}
