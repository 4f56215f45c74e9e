package io.groundswell.jobs.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a destination may be called: its rate, the pauses that it asks for, and a circuit breaker.
 * So many failures in a row open that; then one attempt at a time is let through until one
 * succeeds.
 */
final class Throttle {
  private static final int BREAKS_AFTER = 5;

  private final Rate rate;
  private final Backoff backoff;
  private int failures;
  private long pausedUntil;

  Throttle(int perMinute, RandomGenerator random) {
    this.rate = new Rate(perMinute);
    this.backoff = new Backoff(random);
  }

  boolean isBroken() {
    return failures >= BREAKS_AFTER;
  }

  /** How many calls may be under way, of those that the destination allows. */
  int atOnce(int allowed) {
    return isBroken() ? 1 : allowed;
  }

  /** From when on the next call is allowed, epoch milliseconds. */
  long next(long now) {
    return Math.max(pausedUntil, rate.next(now));
  }

  void called(long now) {
    rate.take(now);
  }

  void answered() {
    failures = 0;
  }

  /**
   * An attempt failed.
   *
   * @param pause what the destination asks for, or null
   */
  void failed(long now, @Nullable Duration pause) {
    failures++;
    if (pause != null) {
      pausedUntil = Math.max(pausedUntil, now + pause.toMillis());
    }
    if (isBroken()) {
      pausedUntil = Math.max(pausedUntil, now + backoff.millis(failures - BREAKS_AFTER + 1));
    }
  }

  /** When a notice that has been tried so often is tried again, epoch milliseconds. */
  long again(long now, int attempts) {
    return now + backoff.millis(attempts);
  }
}
