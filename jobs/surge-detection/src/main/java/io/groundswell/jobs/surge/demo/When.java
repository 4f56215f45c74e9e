package io.groundswell.jobs.surge.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Simulated times in words; all are UTC. */
final class When {
  private static final DateTimeFormatter MINUTE = format("EEE HH:mm");
  private static final DateTimeFormatter DATE = format("d MMMM");
  private static final DateTimeFormatter MOMENT = format("EEE d MMM HH:mm");

  private When() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** {@code Mon 08:40}. */
  static String minute(long time) {
    return MINUTE.format(Instant.ofEpochMilli(time));
  }

  /** {@code 16 March}. */
  static String date(long time) {
    return DATE.format(Instant.ofEpochMilli(time));
  }

  /** {@code Mon 16 Mar 08:40}. */
  static String moment(long time) {
    return MOMENT.format(Instant.ofEpochMilli(time));
  }

  /** Whole minutes, in words. */
  static String minutes(long millis) {
    return Math.round((double) millis / Story.MINUTE) + " min";
  }
}
