package io.groundswell.feeds;

import io.groundswell.feeds.web.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures in a row. What the server says counts; else X's own rules for
 * reconnecting, which suit the others too:
 * https://docs.x.com/x-api/fundamentals/consuming-streaming-data.
 */
final class Backoff {
  private static final Duration NETWORK_STEP = Duration.ofMillis(250);
  private static final Duration NETWORK_MOST = Duration.ofSeconds(16);
  private static final Duration ERROR_FIRST = Duration.ofSeconds(5);
  private static final Duration ERROR_MOST = Duration.ofSeconds(320);
  private static final Duration LIMIT_FIRST = Duration.ofMinutes(1);
  private static final Duration LIMIT_MOST = Duration.ofMinutes(15);

  /** A server that names no wait does not want to be asked all the time. */
  private static final Duration LEAST_TOLD = Duration.ofSeconds(1);

  /** Feeds that broke off together come back spread over so much of the wait. */
  private static final double SPREAD = 0.2;

  private final DoubleSupplier random;
  private int failures;

  /**
   * No failure so far.
   *
   * @param random numbers from 0 to 1
   */
  Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /** The connection has been of use: the next failure is the first. */
  void reset() {
    failures = 0;
  }

  /** The wait after a failure. */
  Duration after(IOException failure) {
    failures++;
    if (!(failure instanceof Refused refused)) {
      return spread(least(NETWORK_STEP.multipliedBy(failures), NETWORK_MOST));
    }
    Duration told = refused.told();
    if (told != null) {
      return told.compareTo(LEAST_TOLD) < 0 ? LEAST_TOLD : told;
    }
    return spread(
        refused.isForTooMany()
            ? doubled(LIMIT_FIRST, LIMIT_MOST)
            : doubled(ERROR_FIRST, ERROR_MOST));
  }

  private Duration doubled(Duration first, Duration most) {
    return least(first.multipliedBy(1L << Math.min(failures - 1, 20)), most);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration spread(Duration wait) {
    return wait.plusMillis((long) (wait.toMillis() * SPREAD * random.getAsDouble()));
  }
}
