package io.groundswell.domain.surge;

/** How a scored bucket stands against its subject's threshold. */
public enum Level {
  /** Nothing to see; always so in a bucket without complaints. */
  CALM,
  /** Evidence within 2 of the threshold, and at least 9. */
  ELEVATED,
  /** Evidence at the threshold or above. */
  EXTREME;

  /** Evidence below which no bucket is elevated: sparse subjects rest at high evidence. */
  private static final double LEAST_ELEVATED = 9;

  private static final double MARGIN = 2;

  /** The level of a bucket. */
  public static Level of(int observed, double evidence, double threshold) {
    if (observed == 0) {
      return CALM;
    }
    if (evidence >= threshold) {
      return EXTREME;
    }
    return evidence >= guard(threshold) ? ELEVATED : CALM;
  }

  /** Evidence from which learning is on guard, complaints or none. */
  public static double guard(double threshold) {
    return Math.max(LEAST_ELEVATED, threshold - MARGIN);
  }

  /** The name that files use: {@code calm}, {@code elevated}, {@code extreme}. */
  public String label() {
    return switch (this) {
      case CALM -> "calm";
      case ELEVATED -> "elevated";
      case EXTREME -> "extreme";
    };
  }
}
