package io.groundswell.domain.volume;

import io.groundswell.domain.volume.Arrival.Standing;
import java.io.Serializable;

/**
 * In which bucket a complaint counts, and whether as evidence. What arrives after its bucket has
 * closed never reopens it: it counts in the open bucket, and the older it is the less it says of
 * the present. The age of a late complaint is measured at the start of the open bucket.
 *
 * @param width width of a bucket, milliseconds; divides an hour
 * @param lateEvidence up to this age a late complaint is evidence, milliseconds, at most 48 h
 */
public record ArrivalRule(long width, long lateEvidence) implements Serializable {
  /** For how many clock hours complaints are remembered; older ones are dropped. */
  public static final int MEMORY_HOURS = 48;

  /** No bucket had closed: nothing is late. */
  public static final long NONE_CLOSED = Long.MIN_VALUE;

  /** Where a mention counts. */
  public Arrival of(Mention mention) {
    return of(mention.createdAt(), mention.closed());
  }

  /**
   * Where a complaint counts.
   *
   * @param createdAt its event time, epoch milliseconds
   * @param closed the last moment whose bucket had closed when it arrived, or {@link #NONE_CLOSED}
   */
  public Arrival of(long createdAt, long closed) {
    long own = Buckets.start(createdAt, width);
    if (closed == NONE_CLOSED) {
      return new Arrival(own, Standing.IN_TIME);
    }
    long open = Buckets.start(closed + 1, width);
    return own >= open
        ? new Arrival(own, Standing.IN_TIME)
        : new Arrival(open, standing(createdAt, open));
  }

  /** End of the bucket in which it counts, epoch milliseconds; see {@link #of(long, long)}. */
  public long end(long createdAt, long closed) {
    return of(createdAt, closed).start() + width;
  }

  private Standing standing(long createdAt, long open) {
    if (open - createdAt <= lateEvidence) {
      return Standing.LATE;
    }
    return Buckets.hour(open) - Buckets.hour(createdAt) <= MEMORY_HOURS
        ? Standing.TOTALS_ONLY
        : Standing.DROPPED;
  }
}
