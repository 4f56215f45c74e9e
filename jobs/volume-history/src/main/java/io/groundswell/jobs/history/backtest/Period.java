package io.groundswell.jobs.history.backtest;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Days of a history, in UTC.
 *
 * @param first the first
 * @param last the last, which belongs to it
 */
public record Period(LocalDate first, LocalDate last) implements Serializable {
  static final long DAY = 86_400_000;

  /** Whether a day, counted from 1970-01-01, is one of them. */
  boolean holds(int day) {
    return day >= first.toEpochDay() && day <= last.toEpochDay();
  }

  /** When it begins, epoch milliseconds. */
  public long from() {
    return first.toEpochDay() * DAY;
  }

  /** When it is over, epoch milliseconds. */
  public long until() {
    return (last.toEpochDay() + 1) * DAY;
  }

  /** The same from the day of a moment on, epoch milliseconds. */
  Period with(long moment) {
    return new Period(LocalDate.ofEpochDay(Math.floorDiv(moment, DAY)), last);
  }
}
