package io.groundswell.domain.surge;

/**
 * From a budget of false incidents to a threshold for the evidence: with K subjects that share N
 * false incidents a week equally, each crosses h = ln(minutes a week * K / N) by chance at most so
 * often.
 */
public final class Budget {
  private static final double MINUTES_A_WEEK = 10_080;

  private Budget() {}

  /**
   * The threshold of each of {@code subjects} subjects.
   *
   * @param subjects at least 1
   * @param perWeek false incidents a week over all of them, above 0
   */
  public static double threshold(int subjects, double perWeek) {
    return Math.log(MINUTES_A_WEEK * subjects / perWeek);
  }

  /** How often a week such evidence comes by chance, over all subjects; shown to people. */
  public static double chancePerWeek(int subjects, double evidence) {
    return MINUTES_A_WEEK * subjects * Math.exp(-evidence);
  }
}
