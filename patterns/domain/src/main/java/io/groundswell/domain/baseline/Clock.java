package io.groundswell.domain.baseline;

/** Where a moment stands in the week, in UTC. The week begins on Monday. */
final class Clock {
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;
  static final long WEEK = 7 * DAY;

  /** The epoch began on a Thursday. */
  private static final long MONDAY = 3 * DAY;

  private Clock() {}

  /** Number of the ten-minute chunk. */
  static long chunk(long millis) {
    return Math.floorDiv(millis + MONDAY, Chunk.MINUTES * MINUTE);
  }

  /** Hours since Monday 00:00, with their fraction; 0 to below 168. */
  static double weekHours(long millis) {
    return Math.floorMod(millis + MONDAY, WEEK) / (double) HOUR;
  }

  /** Hour of the day, 0 to 23. */
  static int hour(long millis) {
    return (int) (Math.floorMod(millis, DAY) / HOUR);
  }

  /** Hour of the week, 0 to 167. */
  static int weekHour(long millis) {
    return (int) (Math.floorMod(millis + MONDAY, WEEK) / HOUR);
  }

  /** Hour of the day plus 24 times the kind of day: Monday to Friday, Saturday, Sunday. */
  static int dayHour(int weekHour) {
    int day = weekHour / 24;
    return Math.max(0, day - 4) * 24 + weekHour % 24;
  }
}
