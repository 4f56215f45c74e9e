package io.groundswell.domain.pattern;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.AcrossRules;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a pattern may call by name because the policy decides it.
 *
 * @param times by name, milliseconds
 * @param figures by name
 */
public record Names(Map<String, Long> times, Map<String, Double> figures) {
  private static final String BUCKET = "bucket";

  /** Copies the maps. */
  public Names {
    times = Map.copyOf(times);
    figures = Map.copyOf(figures);
  }

  /** The names for the built-in patterns, which call figures and no times. */
  public static Names of(AcrossRules across) {
    return new Names(
        Map.of(), Map.of("spread_from", across.spreadFrom(), "cascade_from", across.cascadeFrom()));
  }

  /**
   * The names for patterns that people write: what stays while a job runs, so that such a pattern
   * is the same whatever is ruled besides.
   */
  public static Names lasting(Policy policy) {
    return new Names(
        Map.of(
            BUCKET, policy.bucket().toMillis(), "reopen_within", policy.reopenWithin().toMillis()),
        Map.of());
  }

  /** A figure by its name; empty where there is none. */
  public OptionalDouble figure(String name) {
    Double figure = figures.get(name);
    return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  /**
   * A time as files write it: {@code 90s}, {@code 30m}, {@code 2h}, {@code 7d}, a name, {@code 2
   * buckets}, or a sum of these. Empty where it is none.
   */
  public OptionalLong time(String text) {
    long sum = 0;
    for (String part : text.split("\\+", -1)) {
      OptionalLong one = one(part.strip());
      if (one.isEmpty()) {
        return one;
      }
      sum += one.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  private OptionalLong one(String text) {
    if (text.matches("[0-9]{1,9}[smhd]")) {
      return OptionalLong.of(duration(text).toMillis());
    }
    if (text.matches("[0-9]{1,3} buckets?") && times.containsKey(BUCKET)) {
      long count = Long.parseLong(text.substring(0, text.indexOf(' ')));
      return OptionalLong.of(count * times.getOrDefault(BUCKET, 0L));
    }
    Long named = times.get(text);
    return named == null ? OptionalLong.empty() : OptionalLong.of(named);
  }

  private static Duration duration(String text) {
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** What a time may be, for people. */
  public String hint() {
    return "use a duration such as 15s, 30m, 1h or 2d, or one of "
        + String.join(", ", new TreeMap<>(times).keySet());
  }
}
