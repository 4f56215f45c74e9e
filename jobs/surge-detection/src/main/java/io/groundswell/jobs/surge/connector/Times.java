package io.groundswell.jobs.surge.connector;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads RFC 3339 times. */
final class Times {
  private static final int PLAIN = "2019-05-04T01:30:54Z".length();

  private Times() {}

  /**
   * Epoch milliseconds of an RFC 3339 time; finer digits are dropped.
   *
   * @throws DateTimeException where it is none
   */
  static long millis(String text) {
    if (text.length() == PLAIN && text.charAt(19) == 'Z' && text.charAt(10) == 'T') {
      int hour = digits(text, 11, ':');
      int minute = digits(text, 14, ':');
      int second = digits(text, 17, 'Z');
      if (hour < 24 && minute < 60 && second < 60) {
        long day = LocalDate.parse(text.substring(0, 10)).toEpochDay();
        return ((day * 24 + hour) * 60 + minute) * 60_000L + second * 1000L;
      }
    }
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
    } catch (ArithmeticException e) {
      throw new DateTimeException("beyond all time: " + text, e);
    }
  }

  private static int digits(String text, int at, char after) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || text.charAt(at + 2) != after) {
      throw new DateTimeException("not a time: " + text);
    }
    return tens * 10 + ones;
  }
}
