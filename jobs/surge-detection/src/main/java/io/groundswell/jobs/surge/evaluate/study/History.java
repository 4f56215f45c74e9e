package io.groundswell.jobs.surge.evaluate.study;

/** The counts of one stream in the last weeks, for sums over any stretch of them. */
final class History {
  /** Running sums in a ring whose length is a power of two; differences survive an overflow. */
  private final int[] cumulative;

  private long size;

  /** Keeps that many buckets. */
  History(int buckets) {
    this.cumulative = new int[2 * Integer.highestOneBit(buckets + 1)];
  }

  private History(History other) {
    this.cumulative = other.cumulative.clone();
    this.size = other.size;
  }

  History copy() {
    return new History(this);
  }

  void add(int count) {
    int sum = cumulative[slot(size)] + count;
    size++;
    cumulative[slot(size)] = sum;
  }

  /** Buckets seen, whether they are still kept or not. */
  long size() {
    return size;
  }

  /** Whether buckets {@code from} (inclusive) onwards are still kept, and exist. */
  boolean holds(long from) {
    return from >= 0 && from > size - cumulative.length;
  }

  /** Sum of the buckets from {@code from} (inclusive) to {@code to} (exclusive), counted from 0. */
  int sum(long from, long to) {
    return cumulative[slot(to)] - cumulative[slot(from)];
  }

  /** Sum of the last {@code buckets} buckets, or of all where there are fewer. */
  int last(int buckets) {
    return sum(Math.max(0, size - buckets), size);
  }

  private int slot(long at) {
    return (int) at & (cumulative.length - 1);
  }
}
