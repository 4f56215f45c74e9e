package io.groundswell.jobs.surge.connector;

import java.util.Comparator;

/** A record and what decides its place: time, source, id, hash, and last where it stood. */
record SortKey(RawRecord record, String source, String id, long hash)
    implements Comparable<SortKey> {
  private static final Comparator<SortKey> ORDER =
      Comparator.comparingLong((SortKey key) -> key.record.time())
          .thenComparing(SortKey::source)
          .thenComparing(SortKey::id)
          .thenComparingLong(SortKey::hash)
          .thenComparing(key -> key.record.where());

  @Override
  public int compareTo(SortKey other) {
    return ORDER.compare(this, other);
  }
}
