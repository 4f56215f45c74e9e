package io.groundswell.jobs.surge.connector;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads RFC 3339 times. */
public final class Times {
  private static final int PLAIN = "2019-05-04T01:30:54Z".length();
  private static final int POINT = PLAIN - 1;
  private static final int LONGEST = "2019-05-04T01:30:54.123456789Z".length();

  private Times() {}

  /**
   * Epoch milliseconds of an RFC 3339 time; finer digits are dropped.
   *
   * @throws DateTimeException where it is none
   */
  public static long millis(String text) {
    if (isUtc(text)) {
      int hour = digits(text, 11, ':');
      int minute = digits(text, 14, ':');
      int second = digits(text, 17, text.charAt(POINT));
      if (hour < 24 && minute < 60 && second < 60) {
        int year = digits(text, 0) * 100 + digits(text, 2, '-');
        int month = digits(text, 5, '-');
        long day = LocalDate.of(year, month, digits(text, 8, 'T')).toEpochDay();
        return ((day * 24 + hour) * 60 + minute) * 60_000L + second * 1000L + fraction(text);
      }
    }
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
    } catch (ArithmeticException e) {
      throw new DateTimeException("beyond all time: " + text, e);
    }
  }

  /**
   * When a record says that it was made.
   *
   * @throws UnreadableRecord where the text is no RFC 3339 time
   */
  public static long createdAt(String text) throws UnreadableRecord {
    return of("created_at", text);
  }

  /**
   * The time that a field holds.
   *
   * @throws UnreadableRecord where the text is no RFC 3339 time
   */
  static long of(String field, String text) throws UnreadableRecord {
    try {
      return millis(text);
    } catch (DateTimeException e) {
      throw new UnreadableRecord("bad-time", field + " is not an RFC 3339 time: " + text);
    }
  }

  /** Whether it looks like nearly all times do: {@code 2019-05-04T01:30:54.123Z}. */
  private static boolean isUtc(String text) {
    int length = text.length();
    if (length < PLAIN || text.charAt(10) != 'T' || text.charAt(length - 1) != 'Z') {
      return false;
    }
    if (length == PLAIN) {
      return true;
    }
    boolean fraction = text.charAt(POINT) == '.' && length > PLAIN + 1 && length <= LONGEST;
    for (int i = POINT + 1; fraction && i < length - 1; i++) {
      fraction = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return fraction;
  }

  private static int fraction(String text) {
    int millis = 0;
    for (int i = 1; i <= 3; i++) {
      int at = POINT + i;
      millis = millis * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
    }
    return millis;
  }

  private static int digits(String text, int at, char after) {
    if (text.charAt(at + 2) != after) {
      throw new DateTimeException("not a time: " + text);
    }
    return digits(text, at);
  }

  private static int digits(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      throw new DateTimeException("not a time: " + text);
    }
    return tens * 10 + ones;
  }
}
