package io.groundswell.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a feed has done, as a line a minute. */
final class Tally {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private long records;
  private long reconnects;
  private @Nullable Instant latest;
  private Instant next;

  Tally(Instant start) {
    next = start.plus(EVERY);
  }

  void record(Item item) {
    records++;
    Instant at = item.at();
    if (at != null && (latest == null || at.isAfter(latest))) {
      latest = at;
    }
  }

  void reconnect() {
    reconnects++;
  }

  /** Whether a minute has passed since the last line that was due. */
  boolean isDue(Instant now) {
    if (now.isBefore(next)) {
      return false;
    }
    next = now.plus(EVERY);
    return true;
  }

  /** All so far. */
  String line(Instant now) {
    String behind =
        latest == null
            ? ""
            : ", %,d s behind".formatted(Math.max(0, Duration.between(latest, now).toSeconds()));
    return String.format(Locale.ROOT, "%,d records%s, %,d reconnects", records, behind, reconnects);
  }
}
