package io.groundswell.domain.volume;

import java.util.Arrays;

/**
 * Distinct authors: exact up to {@value #EXACT}, then a HyperLogLog sketch. Which authors are in it
 * decides its contents, never the order in which they came. Mutable and flat, since it is operator
 * state.
 */
public final class AuthorSet {
  /** Largest number of authors that is counted exactly. */
  public static final int EXACT = 1024;

  /** Sorted hashes; empty once the sketch is in use. */
  public long[] exact = new long[0];

  /** Registers of the sketch; empty while the count is exact. */
  public byte[] sketch = new byte[0];

  /** The hashes that are smallest without a sign, once the sketch is in use; see {@link People}. */
  public long[] least = new long[0];

  /**
   * Adds authors.
   *
   * @param authors 64-bit hashes, in any order, repeats allowed
   * @return by how many authors the set has grown; an estimate, at least 0, once the sketch is in
   *     use
   */
  public int addAll(long[] authors) {
    long before = size();
    if (sketch.length == 0) {
      exact = union(exact, authors);
      if (exact.length > EXACT) {
        sketch();
      }
    } else {
      HyperLogLog.addAll(sketch, authors);
      least = smallest(union(least, authors));
    }
    return (int) Math.max(0, size() - before);
  }

  /** Adds the authors of another set; see {@link #addAll(long[])}. */
  public int addAll(AuthorSet other) {
    if (other.sketch.length == 0) {
      return addAll(other.exact);
    }
    long before = size();
    if (sketch.length == 0) {
      sketch();
    }
    HyperLogLog.merge(sketch, other.sketch);
    least = smallest(union(least, other.least));
    return (int) Math.max(0, size() - before);
  }

  private void sketch() {
    sketch = HyperLogLog.empty();
    HyperLogLog.addAll(sketch, exact);
    least = smallest(exact);
    exact = new long[0];
  }

  /** Who they are, as far as that is kept: at most {@link People#OF_BUCKET} of them. */
  public People people() {
    return People.of(People.OF_BUCKET, sketch.length == 0 ? smallest(exact) : least);
  }

  /** One more than a people keeps, from whom its bound is known. */
  private static long[] smallest(long[] sorted) {
    int positive = Arrays.binarySearch(sorted, 0);
    int first = positive < 0 ? -positive - 1 : positive;
    long[] smallest = new long[Math.min(sorted.length, People.OF_BUCKET + 1)];
    for (int i = 0; i < smallest.length; i++) {
      smallest[i] = sorted[(first + i) % sorted.length];
    }
    Arrays.sort(smallest);
    return smallest;
  }

  /** How many authors there are. */
  public long size() {
    return sketch.length == 0 ? exact.length : Math.round(HyperLogLog.estimate(sketch));
  }

  private static long[] union(long[] sorted, long[] added) {
    long[] all = Arrays.copyOf(sorted, sorted.length + added.length);
    System.arraycopy(added, 0, all, sorted.length, added.length);
    Arrays.sort(all);
    int distinct = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return distinct == all.length ? all : Arrays.copyOf(all, distinct);
  }
}
