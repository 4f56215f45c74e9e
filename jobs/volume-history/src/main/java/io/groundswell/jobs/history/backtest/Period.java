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
  private static final long MILLIS = 86_400_000;

  /** Whether a day, counted from 1970-01-01, is one of them. */
  boolean holds(int day) {
    return day >= first.toEpochDay() && day <= last.toEpochDay();
  }

  /** When it begins, epoch milliseconds. */
  public long from() {
    return first.toEpochDay() * MILLIS;
  }

  /** When it is over, epoch milliseconds. */
  public long until() {
    return (last.toEpochDay() + 1) * MILLIS;
  }

  /** How many weeks it has. */
  public double weeks() {
    return (until() - from()) / (7.0 * MILLIS);
  }
}
