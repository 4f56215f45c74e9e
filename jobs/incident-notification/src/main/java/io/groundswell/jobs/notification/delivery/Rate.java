package io.groundswell.jobs.notification.delivery;

/**
 * At most so many calls a minute, up to ten seconds' worth of them at once: the generic cell rate
 * algorithm (ITU-T I.371), which needs one number.
 */
final class Rate {
  private static final double MINUTE = 60_000;
  private static final double BURST = 10_000;

  private final double step;
  private double due = Double.NEGATIVE_INFINITY;

  /** A limit; 0 is none. */
  Rate(int perMinute) {
    this.step = perMinute == 0 ? 0 : MINUTE / perMinute;
  }

  /** From when on the next call is allowed, epoch milliseconds. */
  long next(long now) {
    double tolerance = Math.max(0, BURST - step);
    return step == 0 ? now : Math.max(now, (long) Math.ceil(due - tolerance));
  }

  /** A call is made. */
  void take(long now) {
    due = Math.max(due, (double) now) + step;
  }
}
