package io.groundswell.domain.volume;

/**
 * What becomes of a complaint, given how late it arrives.
 *
 * @param start start of the bucket in which it counts, epoch milliseconds; of one that is dropped,
 *     the bucket in which that is decided
 * @param standing how much it counts for
 */
public record Arrival(long start, Standing standing) {

  /** How much a complaint counts for. */
  public enum Standing {
    /** Its own bucket has not closed: evidence there. */
    IN_TIME,
    /** A little late: evidence in the open bucket. */
    LATE,
    /** Too late to say anything of the present: in totals and history alone. */
    TOTALS_ONLY,
    /** Older than the memory of de-duplication, so nobody can tell whether it is a copy. */
    DROPPED
  }

  /** Whether it counts in another bucket than its own, or in totals alone. */
  public boolean late() {
    return standing == Standing.LATE || standing == Standing.TOTALS_ONLY;
  }

  /** Whether it may be evidence of a surge. */
  public boolean evidence() {
    return standing == Standing.IN_TIME || standing == Standing.LATE;
  }

  /** Whether it counts nowhere. */
  public boolean dropped() {
    return standing == Standing.DROPPED;
  }
}
