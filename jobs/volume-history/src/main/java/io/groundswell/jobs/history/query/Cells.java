package io.groundswell.jobs.history.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
final class Cells {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** What moves the cursor, or turns the direction of writing: people wrote these texts. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\u2028\\u2029]+");

  private static final int BARS = 60;

  private Cells() {}

  /** As it stands in a table; nothing where there is no value. */
  static String text(@Nullable Object value, ZoneId zone) throws SQLException {
    if (value == null) {
      return "";
    }
    if (value instanceof OffsetDateTime time) {
      return time(time, zone);
    }
    if (isWhole(value)) {
      return String.format(Locale.ROOT, "%,d", new BigInteger(value.toString()));
    }
    Double figure = figure(value);
    if (figure != null) {
      return decimal(figure);
    }
    if (value instanceof Array array) {
      return list(array, zone);
    }
    return CONTROL.matcher(value.toString()).replaceAll(" ");
  }

  private static String time(OffsetDateTime time, ZoneId zone) {
    boolean whole = time.truncatedTo(ChronoUnit.MINUTES).isEqual(time);
    return time.atZoneSameInstant(zone).format(whole ? MINUTES : SECONDS);
  }

  private static String decimal(double figure) {
    if (Double.isNaN(figure) || Double.isInfinite(figure)) {
      return String.valueOf(figure);
    }
    int decimals = Math.abs(figure) >= 1000 ? 0 : Math.abs(figure) >= 100 ? 1 : 2;
    boolean tiny = figure != 0 && Math.abs(figure) < 0.01;
    return tiny
        ? String.format(Locale.ROOT, "%.2g", figure)
        : String.format(Locale.ROOT, "%,." + decimals + "f", figure);
  }

  private static String list(Array array, ZoneId zone) throws SQLException {
    List<Object> values = elements(array);
    List<@Nullable Double> figures = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      figures.add(value == null ? null : figure(value));
      texts.add(text(value, zone));
    }
    boolean numbers = values.stream().allMatch(one -> one == null || figure(one) != null);
    boolean line = numbers && figures.stream().anyMatch(one -> one != null);
    return line ? Sparkline.of(figures, BARS) : String.join(", ", texts);
  }

  /** The elements of a list. */
  @SuppressWarnings("NullAway") // Elements may be null, which the array's type cannot say.
  static List<Object> elements(Array array) throws SQLException {
    return Arrays.asList((Object[]) array.getArray());
  }

  /** A number; null where the value is none. */
  static @Nullable Double figure(Object value) {
    return value instanceof Number number ? (Double) number.doubleValue() : null;
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger;
  }

  /** As it stands in a file for machines: times in RFC 3339, in UTC. */
  static String plain(@Nullable Object value) throws SQLException {
    if (value == null) {
      return "";
    }
    if (value instanceof OffsetDateTime time) {
      return rfc3339(time);
    }
    if (value instanceof java.sql.Timestamp local) {
      return local.toLocalDateTime().toString();
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Array array) {
      List<String> texts = new ArrayList<>();
      for (Object one : elements(array)) {
        texts.add(plain(one));
      }
      return String.join(";", texts);
    }
    return value.toString();
  }

  /** A time in RFC 3339, in UTC. */
  static String rfc3339(OffsetDateTime time) {
    Instant instant = time.toInstant();
    return instant.toString();
  }
}
