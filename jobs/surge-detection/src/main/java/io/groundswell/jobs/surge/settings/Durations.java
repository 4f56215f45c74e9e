package io.groundswell.jobs.surge.settings;

import java.time.Duration;
import java.util.Optional;

/** Durations as people write them: 15s, 30m, 1h, 2d. */
public final class Durations {
  private Durations() {}

  /** The duration, or empty where the text is no whole number with a unit. */
  public static Optional<Duration> parse(String text) {
    if (!text.matches("[0-9]{1,9}[smhd]")) {
      return Optional.empty();
    }
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return Optional.of(
        switch (text.charAt(text.length() - 1)) {
          case 's' -> Duration.ofSeconds(amount);
          case 'm' -> Duration.ofMinutes(amount);
          case 'h' -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  /** As people write it, in the largest unit that holds it exactly. */
  public static String text(Duration value) {
    long seconds = value.toSeconds();
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
  }
}
