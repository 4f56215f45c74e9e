package io.groundswell.domain.incident;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as incidents write them. */
public final class Figures {
  private static final DateTimeFormatter ONSET =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Below this, more zeros say nothing more. */
  private static final double SMALLEST = 1e-4;

  private Figures() {}

  /** The id of an incident. */
  public static String id(String what, long onset) {
    return what + ":" + ONSET.format(Instant.ofEpochMilli(onset));
  }

  /** A length of time, such as {@code 95 min}, {@code 6.2 h} or {@code 61 days}. */
  public static String duration(long minutes) {
    if (minutes < 120) {
      return minutes + " min";
    }
    double hours = minutes / 60.0;
    return hours < 48
        ? String.format(Locale.ROOT, "%.1f h", hours)
        : Math.round(hours / 24) + " days";
  }

  /** A figure with the two digits that matter. */
  public static String amount(double value) {
    if (value >= 10) {
      return String.valueOf(Math.round(value));
    }
    return value < SMALLEST
        ? "less than 0.0001"
        : new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
