package io.groundswell.jobs.surge.page;

import io.groundswell.domain.incident.Figures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says when something was, in UTC, as seen on the day of an incident.
 *
 * @param onset of the incident, epoch milliseconds
 * @param detected when it was
 */
record Moments(long onset, long detected) {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;

  private static final DateTimeFormatter CLOCK = format("HH:mm");
  private static final DateTimeFormatter WITH_DAY = format("d MMM HH:mm");
  private static final DateTimeFormatter DATE = format("EEEE, d MMMM uuuu");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** The day on which it began. */
  String date() {
    return DATE.format(Instant.ofEpochMilli(onset));
  }

  /** The time of day, with the day where that is another than the onset's. */
  String clock(long at) {
    boolean sameDay = Math.floorDiv(at, DAY) == Math.floorDiv(onset, DAY);
    return element(sameDay ? CLOCK : WITH_DAY, at);
  }

  private static String element(DateTimeFormatter format, long at) {
    Instant moment = Instant.ofEpochMilli(at);
    return "<time datetime=\"%s\">%s</time>".formatted(moment, format.format(moment));
  }

  /** The day and the time of day. */
  String day(long at) {
    return element(WITH_DAY, at);
  }

  /** The time of day, and that it is in UTC. */
  String utc(long at) {
    return clock(at) + " UTC";
  }

  /** How far from the detection; empty for the detection itself. */
  String fromDetection(long at) {
    return at == detected ? "" : apart(at, detected) + " detection";
  }

  /** When it was, and how long after the onset. */
  String afterOnset(long at) {
    return at <= onset ? clock(at) : "%s (+%s)".formatted(clock(at), between(onset, at));
  }

  /** How long from one moment to a later one. */
  static String between(long from, long until) {
    return Figures.duration(Math.max(0, minutes(from, until)));
  }

  private static String apart(long at, long other) {
    long minutes = minutes(other, at);
    return minutes == 0
        ? "at"
        : Figures.duration(Math.abs(minutes)) + (minutes < 0 ? " before" : " after");
  }

  private static long minutes(long from, long until) {
    return Math.round((until - from) / (double) MINUTE);
  }
}
