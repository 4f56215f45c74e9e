package io.groundswell.jobs.notification.delivery;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential with full jitter, so that what failed
 * together does not come back together (Brooker, "Exponential Backoff And Jitter", AWS 2015).
 */
final class Backoff {
  private static final long FIRST_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = 30_000;
  private static final int MOST_DOUBLINGS = 5;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Milliseconds after so many failures in a row, 1 or more; at least a tenth of a second. */
  long millis(int failures) {
    long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(MOST_DOUBLINGS, failures - 1));
    return 100 + random.nextLong(longest);
  }
}
