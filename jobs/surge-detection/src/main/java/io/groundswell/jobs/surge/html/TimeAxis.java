package io.groundswell.jobs.surge.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of time, in UTC.
 *
 * @param from its begin, epoch milliseconds
 * @param until its end, after {@code from}
 */
public record TimeAxis(long from, long until) implements Axis {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long[] STEPS = {
    MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    14 * DAY,
    28 * DAY,
    91 * DAY,
    364 * DAY
  };

  @Override
  public double min() {
    return from;
  }

  @Override
  public double max() {
    return until;
  }

  @Override
  public List<Tick> ticks(int most) {
    long step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0 && (until - from) / STEPS[i] <= most; i--) {
      step = STEPS[i];
    }
    List<Tick> ticks = new ArrayList<>();
    for (long at = Math.floorDiv(from + step - 1, step) * step; at <= until; at += step) {
      ticks.add(new Tick((double) at, label(at, step, ticks.isEmpty())));
    }
    return ticks;
  }

  /** The day where one begins, and at the first mark; else the time of day. */
  private static String label(long at, long step, boolean first) {
    boolean midnight = at % DAY == 0;
    String pattern =
        step >= 28 * DAY ? "MMM uuuu" : midnight ? "d MMM" : first ? "d MMM HH:mm" : "HH:mm";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochMilli(at));
  }
}
