package io.groundswell.jobs.surge.evaluate.suspects;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault of a history.
 *
 * @param product id of what fails
 * @param component id of the part that fails, or null
 * @param country where it fails, or null for everywhere
 * @param from when people begin to complain
 * @param perMinute how many complain in a minute
 * @param cause id of the change that caused it, or null where none did
 */
public record Fault(
    String product,
    @Nullable String component,
    @Nullable String country,
    Instant from,
    double perMinute,
    @Nullable String cause) {
  /** How long people complain. */
  static final Duration LASTS = Duration.ofMinutes(60);

  private static final Duration WATCHED = Duration.ofHours(2);

  /** Whether an incident that was detected at a moment tells of it. */
  boolean holds(long detectedAt) {
    long since = detectedAt - from.toEpochMilli();
    return since >= 0 && since <= WATCHED.toMillis();
  }
}
