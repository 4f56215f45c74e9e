package io.groundswell.domain.surge;

/**
 * A time in which a feed was silent against its own baseline, so that nothing is known of what it
 * feeds. Times are epoch milliseconds.
 *
 * @param feed a source, or a partition of a topic
 * @param partition whether it is a partition
 * @param silentSince end of its last bucket with posts
 * @param from start of the first bucket after it was declared blind
 * @param until start of the bucket in which it came back; {@link #OPEN} while it is silent
 * @param share of all posts of the week before, 0 to 1
 */
public record BlindSpan(
    String feed, boolean partition, long silentSince, long from, long until, double share) {
  /** The feed has not come back. */
  public static final long OPEN = Long.MAX_VALUE;

  /** The same span, at its end. */
  public BlindSpan endingAt(long end) {
    return new BlindSpan(feed, partition, silentSince, from, end, share);
  }

  boolean covers(long start) {
    return from <= start && start < until;
  }
}
