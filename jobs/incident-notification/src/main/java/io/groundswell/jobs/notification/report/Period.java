package io.groundswell.jobs.notification.report;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Whole days in UTC; a week is that of ISO 8601, from Monday to Sunday.
 *
 * @param from its first day
 * @param until the day after its last, later than {@code from}
 */
public record Period(LocalDate from, LocalDate until) {
  private static final int WEEK = 7;

  /** Length of {@code 2026-W10}, which the day's digit follows. */
  private static final int NAME = 8;

  /**
   * A week by its name, such as {@code 2026-W10}.
   *
   * @throws DateTimeException where there is no such week
   */
  public static Period week(String name) {
    return ofWeek(LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE));
  }

  private static Period ofWeek(LocalDate monday) {
    return new Period(monday, monday.plusDays(WEEK));
  }

  /** The last week that is over at a moment, epoch milliseconds. */
  public static Period lastWeekBefore(long moment) {
    LocalDate monday = day(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return ofWeek(monday.minusDays(WEEK));
  }

  /** The day of a moment, epoch milliseconds. */
  public static LocalDate day(long moment) {
    return Instant.ofEpochMilli(moment).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Its first moment, epoch milliseconds. */
  public long start() {
    return millis(from);
  }

  /** The first moment after it, epoch milliseconds. */
  public long end() {
    return millis(until);
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /** Whether a moment lies in it, epoch milliseconds. */
  public boolean holds(long moment) {
    return start() <= moment && moment < end();
  }

  /** How many days it has. */
  public int days() {
    return (int) ChronoUnit.DAYS.between(from, until);
  }

  /** The one of the same length that lies {@code count} lengths before it. */
  public Period before(int count) {
    long days = (long) count * days();
    return new Period(from.minusDays(days), until.minusDays(days));
  }

  /** Whether it is a week from Monday to Sunday. */
  public boolean isWeek() {
    return days() == WEEK && from.getDayOfWeek() == DayOfWeek.MONDAY;
  }

  /** What people call it: {@code 2026-W10}, or its first and last day. */
  public String name() {
    return isWeek()
        ? DateTimeFormatter.ISO_WEEK_DATE.format(from).substring(0, NAME)
        : from + " to " + until.minusDays(1);
  }
}
