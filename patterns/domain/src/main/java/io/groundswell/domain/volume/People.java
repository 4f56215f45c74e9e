package io.groundswell.domain.volume;

import java.util.Arrays;
import java.util.Objects;

/**
 * Who complained, as a sample that can be added up and compared: of every set of people those whose
 * hashes are smallest. Which people are in it decides its contents, never the order in which they
 * came. After Beyer et al., On Synopses for Distinct-Value Estimation Under Multiset Operations
 * (SIGMOD 2007); that a union keeps the smaller of two bounds is from Dasgupta et al., A Framework
 * for Estimating Stream Expression Cardinalities (ICDT 2016).
 *
 * @param hashes the first 32 bits of their hashes, distinct, in unsigned order
 * @param bound everybody whose hash is below it is in {@code hashes}; 2^32 where that is everybody
 */
@SuppressWarnings("ArrayRecordComponent") // Equality is defined below.
public record People(int[] hashes, long bound) {
  /** How many people of a bucket are kept. */
  public static final int OF_BUCKET = 32;

  private static final long EVERYBODY = 1L << 32;

  /** Nobody. */
  public static final People NOBODY = new People(new int[0], EVERYBODY);

  /** Everybody with one of these hashes, or those whose hashes are smallest. */
  public static People of(int most, long... hashes) {
    int[] people = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      people[i] = person(hashes[i]);
    }
    return ofHashes(most, people);
  }

  /** The same of people. */
  public static People ofHashes(int most, int... hashes) {
    return least(most, hashes, EVERYBODY);
  }

  /** What stands for a person with this hash. */
  public static int person(long hash) {
    return (int) (hash >>> 32);
  }

  private static People least(int most, int[] unsorted, long below) {
    int[] sorted = new int[unsorted.length];
    int count = 0;
    for (int person : unsorted) {
      if (Integer.toUnsignedLong(person) < below) {
        sorted[count++] = person ^ Integer.MIN_VALUE; // In signed order as without in unsigned.
      }
    }
    Arrays.sort(sorted, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (distinct == 0 || sorted[i] != sorted[distinct - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    for (int i = 0; i < distinct; i++) {
      sorted[i] ^= Integer.MIN_VALUE;
    }
    long bound = distinct > most ? Integer.toUnsignedLong(sorted[most]) : below;
    return new People(Arrays.copyOf(sorted, Math.min(most, distinct)), bound);
  }

  /** Both together. */
  public People plus(People other, int most) {
    if (other.equals(NOBODY)) {
      return this;
    }
    int[] both = Arrays.copyOf(hashes, hashes.length + other.hashes.length);
    System.arraycopy(other.hashes, 0, both, hashes.length, other.hashes.length);
    return least(most, both, Math.min(bound, other.bound));
  }

  /** How many people there are; an estimate unless it is everybody. */
  public double size() {
    return hashes.length * (EVERYBODY / (double) bound);
  }

  /** How much of the smaller of two sets is in the other as well. */
  public Overlap with(People other) {
    long both = Math.min(bound, other.bound);
    int mine = below(both);
    int others = other.below(both);
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < mine && j < others) {
      int order = Integer.compareUnsigned(hashes[i], other.hashes[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new Overlap(shared, Math.min(mine, others));
  }

  private int below(long limit) {
    int count = 0;
    while (count < hashes.length && Integer.toUnsignedLong(hashes[count]) < limit) {
      count++;
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof People people
        && bound == people.bound
        && Arrays.equals(hashes, people.hashes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bound, Arrays.hashCode(hashes));
  }

  @Override
  public String toString() {
    return "about %d people".formatted(Math.round(size()));
  }

  /**
   * What two sets have in common, of those people of both whose hashes are smallest.
   *
   * @param shared people who are in both
   * @param of people of the smaller set
   */
  public record Overlap(int shared, int of) {
    /** The share, 0 to 1; its standard error is sqrt(share * (1 - share) / {@code of}). */
    public double share() {
      return of == 0 ? 0 : shared / (double) of;
    }
  }
}
