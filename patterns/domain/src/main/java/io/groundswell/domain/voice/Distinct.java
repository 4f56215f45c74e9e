package io.groundswell.domain.voice;

import java.util.Arrays;

/** Counts the distinct among a few numbers. Reusable, not thread-safe. */
final class Distinct {
  private static final int BITS = 10;

  private final long[] seen = new long[(1 << BITS) >> 6];
  private final int[] values;
  private int count;

  /**
   * An empty one.
   *
   * @param most how many numbers there will be
   */
  Distinct(int most) {
    values = new int[most];
  }

  void clear() {
    Arrays.fill(seen, 0);
    count = 0;
  }

  void add(int value) {
    int place = value >>> (Integer.SIZE - BITS);
    long bit = 1L << place;
    if ((seen[place >> 6] & bit) == 0 || !isAmong(value)) {
      seen[place >> 6] |= bit;
      values[count++] = value;
    }
  }

  int count() {
    return count;
  }

  private boolean isAmong(int value) {
    for (int i = 0; i < count; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }
}
