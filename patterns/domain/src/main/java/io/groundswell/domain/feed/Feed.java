package io.groundswell.domain.feed;

import io.groundswell.domain.baseline.Baseline;

/**
 * All that is remembered of one feed: how many posts it brings normally, and how long it has been
 * silent. Mutable and flat, since it is operator state; the rules live in {@link FeedRule}. Times
 * are epoch milliseconds.
 */
public final class Feed {
  /** How many posts are normal. */
  public Baseline baseline = new Baseline();

  /** Start of the next bucket to take in. */
  public long next;

  /** Posts since watching began, or began anew. */
  public long posts;

  /** Posts with a half-life of a week, and the day of that figure since 1970-01-01. */
  public double recent;

  /** See {@link #recent}. */
  public int recentOn;

  /** End of the last bucket with posts. */
  public long silentSince;

  /** Level of the baseline at that moment, posts a minute. */
  public double usual;

  /** Evidence that the silence since then is none of the normal ones. */
  public double evidence;

  /** Posts that are normal in the time since then. */
  public double missed;

  /** The longest silences by kind of day and hour, milliseconds; see {@link Habit}. */
  public double[] habit = new double[Habit.SLOTS];

  /** Start of the first bucket after it was declared blind; 0 while it is not. */
  public long blindFrom;

  /** When it was declared blind: its share of all posts, 0 to 1. */
  public double share;

  boolean blind() {
    return blindFrom != 0;
  }
}
