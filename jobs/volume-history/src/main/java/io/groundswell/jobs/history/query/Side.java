package io.groundswell.jobs.history.query;

import io.groundswell.jobs.history.query.Comparison.Constant;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the left of a comparison: a column, or the period in which a time lies.
 *
 * @param column its name
 * @param isTime whether the column is a time, otherwise it is a text
 * @param length how much later than what is compared the time itself may be; null where unknown
 * @param date whether a date is compared
 */
record Side(String column, boolean isTime, @Nullable Duration length, boolean date) {
  private static final Map<String, Duration> UNITS =
      Map.of(
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7),
          "month", Duration.ofDays(31),
          "quarter", Duration.ofDays(92),
          "year", Duration.ofDays(366));

  /**
   * Where clocks are put back and forward, a period is at most this much longer or shifted, and
   * DuckDB may know newer rules than Java.
   */
  private static final Duration SLACK = Duration.ofHours(3);

  /** As plans write times: in UTC. Others are not understood, such as those before Christ. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .appendOffset("+HH:mm", "+00")
          .toFormatter(Locale.ROOT);

  private static final String TIME_TYPE = "TIMESTAMP WITH TIME ZONE";

  static Side of(String column, boolean isTime) {
    return new Side(column, isTime, Duration.ZERO, false);
  }

  /** The period that it lies in. */
  Side cut(String unit) {
    Duration cut = UNITS.get(unit);
    return new Side(column, isTime, length == null || cut == null ? null : length.plus(cut), date);
  }

  /** The date. */
  Side asDate() {
    return new Side(column, isTime, length, true);
  }

  /** All rows for which the comparison is true, and perhaps more. */
  Expression compare(String sign, Constant constant, ZoneId zone) {
    return isTime ? compareTime(sign, constant, zone) : compareText(sign, constant);
  }

  private Expression compareText(String sign, Constant constant) {
    if (!constant.type().isEmpty()) {
      return Expressions.alwaysTrue();
    }
    return switch (sign) {
      case "=" -> Expressions.equal(column, constant.text());
      case ">" -> Expressions.greaterThan(column, constant.text());
      case ">=" -> Expressions.greaterThanOrEqual(column, constant.text());
      case "<" -> Expressions.lessThan(column, constant.text());
      default -> Expressions.lessThanOrEqual(column, constant.text());
    };
  }

  private Expression compareTime(String sign, Constant constant, ZoneId zone) {
    Instant first = instant(constant, zone);
    if (length == null || first == null) {
      return Expressions.alwaysTrue();
    }
    boolean exact = length.isZero() && !date;
    Duration slack = exact || zone.getRules().isFixedOffset() ? Duration.ZERO : SLACK;
    Instant last = exact ? first : end(constant, zone, length, first).minus(1, ChronoUnit.MICROS);
    Expression from = Expressions.greaterThanOrEqual(column, micros(first.minus(slack)));
    Expression until = Expressions.lessThanOrEqual(column, micros(last.plus(slack)));
    return switch (sign) {
      case "=" -> Expressions.and(from, until);
      case ">", ">=" -> from;
      default -> until;
    };
  }

  /** When the period is over, of which a comparison names the begin. */
  private Instant end(Constant constant, ZoneId zone, Duration longest, Instant first) {
    return date
        ? LocalDate.parse(constant.text())
            .plusDays(Math.max(1, longest.toDays()))
            .atStartOfDay(zone)
            .toInstant()
        : first.plus(longest);
  }

  private @Nullable Instant instant(Constant constant, ZoneId zone) {
    try {
      if (date) {
        return constant.type().equals("DATE")
            ? LocalDate.parse(constant.text()).atStartOfDay(zone).toInstant()
            : null;
      }
      return constant.type().equals(TIME_TYPE)
          ? OffsetDateTime.parse(constant.text(), TIME).toInstant()
          : null;
    } catch (DateTimeException notUnderstood) {
      return null;
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
