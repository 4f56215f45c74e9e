package io.groundswell.jobs.surge.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Figures as people read them. */
public final class Figures {
  /** Where there is no figure. */
  public static final String NONE = "–";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** A moment, to the minute. */
  public static String time(long millis) {
    return MINUTE.format(Instant.ofEpochMilli(millis));
  }

  /** A number of minutes, in the unit that suits it. */
  public static String minutes(double minutes) {
    double size = Math.abs(minutes);
    if (size < 90) {
      return number(minutes) + " min";
    }
    return size < 48 * 60 ? number(minutes / 60) + " h" : number(minutes / (24 * 60)) + " days";
  }

  /** A share of 0 to 1, in percent. */
  public static String percent(double share) {
    return number(100 * share) + " %";
  }

  /** A number with the digits that matter to people. */
  public static String number(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) || size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= .1 ? "%.2f" : "%.2g", value);
  }

  /** As short as it can be said: 3, 1.5, 0.02; at most five digits that count. */
  public static String plain(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    String text = round(value).toPlainString();
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** To the next tenth: 3, 0.8. */
  public static String tenths(double value) {
    return Double.isFinite(value) ? plain(Math.round(value * 10) / 10.0) : plain(value);
  }

  /** To five digits that count. */
  public static BigDecimal round(double value) {
    return new BigDecimal(value).round(new MathContext(5));
  }

  /** A figure in words, or {@link #NONE}. */
  public static String or(OptionalDouble figure, DoubleFunction<String> words) {
    return figure.isPresent() ? words.apply(figure.getAsDouble()) : NONE;
  }
}
