package io.groundswell.jobs.surge.evaluate.study;

/** Days of the week, in UTC. */
final class Days {
  static final long DAY = 24 * 60 * ComplaintStream.MINUTE;

  /** The epoch began on a Thursday, three days after a Monday. */
  private static final int MONDAY = 3;

  private Days() {}

  /** Whether a moment, in epoch milliseconds, lies on a Saturday or Sunday. */
  static boolean isWeekend(long time) {
    return Math.floorMod(Math.floorDiv(time, DAY) + MONDAY, 7) >= 5;
  }
}
