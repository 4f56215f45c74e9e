package io.groundswell.domain.voice;

/**
 * Gists in outline: a bit of 256 for each word, the link and the sizes, one after the other in one
 * array, so that hundreds are asked in a microsecond or two whether they may be like another. They
 * are never wrong when they say no.
 */
final class Outlines {
  /** Longs of one outline. */
  static final int LONGS = 6;

  private static final int BITS = 4;
  private static final int LINK = 4;
  private static final int SIZES = 5;
  private static final int BYTE = 0xff;

  private Outlines() {}

  /** Writes the outline of a gist into place {@code i}. */
  static void write(Gist gist, long[] outlines, int i) {
    int at = i * LONGS;
    for (int word : gist.words()) {
      outlines[at + (word >>> 30)] |= 1L << (word >>> 24);
    }
    int bits = 0;
    for (int k = 0; k < BITS; k++) {
      bits += Long.bitCount(outlines[at + k]);
    }
    outlines[at + LINK] = gist.link();
    int sizes = gist.distinct() | gist.triples() << 8 | (gist.distinct() - bits) << 16;
    outlines[at + SIZES] = sizes;
  }

  /**
   * Whether {@link OneVoice#same} may be true of the gists in two places, each of its own array.
   */
  static boolean maybeSame(long[] some, int i, long[] others, int j) {
    int a = i * LONGS;
    int b = j * LONGS;
    if (some[a + LINK] != 0 && some[a + LINK] == others[b + LINK]) {
      return true;
    }
    int sizeA = (int) some[a + SIZES];
    int sizeB = (int) others[b + SIZES];
    int shared = Math.min(sizeA >> 16, sizeB >> 16);
    for (int k = 0; k < BITS; k++) {
      shared += Long.bitCount(some[a + k] & others[b + k]);
    }
    int wordsA = sizeA & BYTE;
    int wordsB = sizeB & BYTE;
    if (OneVoice.isEnough(shared, wordsA + wordsB, OneVoice.WORDS)) {
      return true;
    }
    // Each word that the other lacks ends a triple that it lacks, but for the first two.
    int triplesA = sizeA >> 8 & BYTE;
    int triplesB = sizeB >> 8 & BYTE;
    int sharedTriples = shared + 2 + Math.min(triplesA - wordsA, triplesB - wordsB);
    return OneVoice.isEnough(sharedTriples, triplesA + triplesB, OneVoice.TRIPLES);
  }
}
