package io.groundswell.jobs.history.backtest;

import org.jspecify.annotations.Nullable;

/**
 * What other rules do to one incident.
 *
 * @param before as the live rules tell it; null where they do not
 * @param after as the candidate tells it; null where it does not
 */
public record Change(@Nullable Raised before, @Nullable Raised after) {
  private static final double MINUTE = 60_000;

  /** What is different, the gravest first. */
  public enum Kind {
    /** Told by the candidate alone. */
    GAINED,
    /** Told by the live rules alone. */
    LOST,
    /** Told sooner. */
    EARLIER,
    /** Told later. */
    LATER,
    /** Told at the same time, with another highest severity. */
    SEVERITY,
    /** Nothing that people would notice. */
    SAME
  }

  /** What is different. */
  public Kind kind() {
    if (before == null || after == null) {
      return before == null ? Kind.GAINED : Kind.LOST;
    }
    if (after.detectedAt() != before.detectedAt()) {
      return after.detectedAt() < before.detectedAt() ? Kind.EARLIER : Kind.LATER;
    }
    return after.severity().equals(before.severity()) ? Kind.SAME : Kind.SEVERITY;
  }

  /** The incident, as whoever tells it does; as the candidate does where both do. */
  public Raised incident() {
    if (after != null) {
      return after;
    }
    if (before == null) {
      throw new IllegalStateException("a change of nothing");
    }
    return before;
  }

  /** Whether the candidate tells it, and people called it false. */
  boolean isToldAndFalse() {
    return after != null && (after.calledFalse() || (before != null && before.calledFalse()));
  }

  /** How much later the candidate tells it, in minutes; negative where sooner, 0 where one does. */
  public double minutesLater() {
    return before == null || after == null
        ? 0
        : (after.detectedAt() - before.detectedAt()) / MINUTE;
  }

  /** How its highest severity changes, such as {@code SEV2 -> SEV3}; empty where it does not. */
  public String severities() {
    if (before == null || after == null || before.severity().equals(after.severity())) {
      return "";
    }
    return before.severity() + " -> " + after.severity();
  }
}
