package io.groundswell.feeds.web;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server says about when to ask again: in seconds, as a date, or as the end of a period. */
public final class RateLimit {
  private static final String RETRY_AFTER = "retry-after";

  /** X: seconds since 1970. */
  private static final String MOMENT = "x-rate-limit-reset";

  /** Mastodon: a time; Reddit: seconds from now. */
  private static final String PERIOD = "x-ratelimit-reset";

  private static final String REMAINING = "x-ratelimit-remaining";

  private RateLimit() {}

  /** How long to wait after a refusal; null where the server does not say. */
  public static @Nullable Duration told(HttpHeaders headers, Instant now) {
    return headers
        .firstValue(RETRY_AFTER)
        .flatMap(text -> seconds(text).or(() -> until(date(text), now)))
        .or(() -> headers.firstValue(MOMENT).flatMap(text -> until(moment(text), now)))
        .or(() -> periodLeft(headers, now))
        .orElse(null);
  }

  /** How long to wait after an answer, so that the next is none too many; mostly not at all. */
  public static Duration pause(HttpHeaders headers, Instant now) {
    double remaining = headers.firstValue(REMAINING).flatMap(RateLimit::number).orElse(1.0);
    return remaining >= 1 ? Duration.ZERO : periodLeft(headers, now).orElse(Duration.ZERO);
  }

  private static Optional<Duration> periodLeft(HttpHeaders headers, Instant now) {
    return headers
        .firstValue(PERIOD)
        .flatMap(text -> seconds(text).or(() -> until(instant(text), now)));
  }

  private static Optional<Duration> seconds(String text) {
    return number(text).map(seconds -> Duration.ofMillis((long) (Math.max(0, seconds) * 1000)));
  }

  private static Optional<Double> number(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> moment(String text) {
    return number(text).map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> until(Optional<Instant> moment, Instant now) {
    return moment.map(then -> then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
  }
}
