package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.demo.Company.Region;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * What happens, and when. Times are epoch milliseconds.
 *
 * @param begin of the quiet days
 * @param day when the day begins on which things happen
 * @param end of that day's story
 * @param surges what breaks
 * @param joke what is only funny
 */
record Story(long begin, long day, long end, List<Surge> surges, Joke joke) {
  static final long MINUTE = 60_000;

  private static final LocalDate DAY = LocalDate.parse("2026-03-16");

  /** Where people feel the second surge: Europe, and not the rest of the world. */
  private static final Set<String> EUROPE =
      Set.of(
          "GB", "IE", "PT", "ES", "FR", "BE", "NL", "DE", "CH", "AT", "IT", "DK", "NO", "SE", "PL",
          "CZ", "HU", "FI", "EE", "GR", "RO");

  /**
   * Something breaks.
   *
   * @param what in words
   * @param product id
   * @param component id, or empty for the whole product
   * @param regions where
   * @param from when the first people feel it
   * @param until when it is mended
   * @param perMinute additional complaints a minute at its height
   * @param flood when the support queue fills
   */
  record Surge(
      String what,
      String product,
      String component,
      Set<String> regions,
      long from,
      long until,
      double perMinute,
      long flood) {

    /** It takes ten minutes to spread. */
    private static final double SPREADS = 10 * MINUTE;

    boolean hits(Region region) {
      return regions.contains(region.id());
    }

    /** Additional complaints a minute. */
    double rate(long time) {
      return time < from || time >= until
          ? 0
          : perMinute * Math.min(1, (time - from + MINUTE) / SPREADS);
    }

    /** Whether people call: later than they post, and longer. */
    boolean floods(long time) {
      return time >= flood && time < until + 20 * MINUTE;
    }
  }

  /**
   * A joke that goes round.
   *
   * @param product that it names
   * @param from when it begins
   * @param until when it is old
   * @param perMinute posts a minute
   */
  record Joke(String product, long from, long until, double perMinute) {
    double rate(long time) {
      return time < from || time >= until ? 0 : perMinute;
    }
  }

  /** Some quiet days, and then the day. */
  static Story after(int quietDays) {
    Surge cards =
        new Surge(
            "card payments fail in Italy and Switzerland",
            "pay",
            "card",
            Set.of("IT", "CH"),
            at("08:40"),
            at("09:35"),
            4,
            at("09:02"));
    Surge network =
        new Surge(
            "the mobile network fails all over Europe",
            "mobile",
            "",
            EUROPE,
            at("14:10"),
            at("15:30"),
            24,
            at("14:38"));
    Joke penguin = new Joke("tv", at("11:20"), at("12:40"), 9);
    return new Story(
        at("19:00") - Duration.ofDays(quietDays + 1).toMillis(),
        at("00:00"),
        at("19:00"),
        List.of(cards, network),
        penguin);
  }

  /** Whether there is something to watch, so that time should pass slowly enough. */
  boolean eventful(long time) {
    return surges.stream()
            .anyMatch(s -> time >= s.from() - 10 * MINUTE && time < s.until() + 50 * MINUTE)
        || (time >= joke.from() - 5 * MINUTE && time < joke.until() + 5 * MINUTE);
  }

  private static long at(String time) {
    return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
