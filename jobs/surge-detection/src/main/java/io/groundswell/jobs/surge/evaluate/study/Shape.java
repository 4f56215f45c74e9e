package io.groundswell.jobs.surge.evaluate.study;

import java.util.Locale;

/** How a surge rises. */
enum Shape {
  /** At once, to stay. */
  STEP,
  /** Evenly over 15 minutes. */
  RAMP15,
  /** Evenly over 60 minutes. */
  RAMP60,
  /** At once, for 5 minutes. */
  SPIKE5;

  /**
   * Share of the full size in a bucket.
   *
   * @param from minutes from the onset to the bucket's start
   * @param to minutes from the onset to the bucket's end
   */
  double share(double from, double to) {
    return switch (this) {
      case STEP -> 1;
      case RAMP15 -> Math.min(1, to / 15);
      case RAMP60 -> Math.min(1, to / 60);
      case SPIKE5 -> Math.max(0, Math.min(to, 5) - from) / (to - from);
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
