package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.AuthorSet;

/**
 * Who has complained about a subject in the clock hour under way. Mutable and flat, since it is
 * operator state.
 */
public final class ClockHour {
  /** Number of the hour since the epoch. */
  public int hour = Integer.MIN_VALUE;

  /** Day on which the subject was last reported as seen, since the epoch. */
  public int seenOn = Integer.MIN_VALUE;

  /** The authors. */
  public AuthorSet authors = new AuthorSet();
}
