package io.groundswell.domain.volume;

/** Arithmetic on slices of event time. All times are epoch milliseconds. */
public final class Buckets {
  /** A clock hour. */
  public static final long HOUR = 3_600_000;

  /** A day from 00:00Z to 00:00Z. */
  public static final long DAY = 24 * HOUR;

  private Buckets() {}

  /** Start of the slice of the given width that holds {@code time}. */
  public static long start(long time, long width) {
    return Math.floorDiv(time, width) * width;
  }

  /**
   * The last moment of the bucket that starts at {@code start}: when the watermark reaches it, the
   * bucket is complete. Timers and time stamps of closed buckets use it, as Flink's windows do.
   */
  public static long lastMoment(long start, long width) {
    return start + width - 1;
  }

  /** Number of the clock hour since the epoch. */
  public static int hour(long time) {
    return (int) Math.floorDiv(time, HOUR);
  }

  /** Number of the day since the epoch. */
  public static int day(long time) {
    return (int) Math.floorDiv(time, DAY);
  }
}
