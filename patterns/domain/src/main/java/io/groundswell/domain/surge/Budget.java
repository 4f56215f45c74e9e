package io.groundswell.domain.surge;

/**
 * From a budget of false incidents to a threshold for the evidence: with K subjects that share N
 * false incidents a week equally, each crosses h = ln(minutes a week * K / N) by chance at most so
 * often. The kinds of evidence have fixed shares of the budget, which add up to 1; a kind that is
 * switched off leaves its share unused.
 */
public final class Budget {
  /** Share of what single subjects show. */
  public static final double SUBJECTS = .85;

  /**
   * Part of the single subjects' share that products and components have together, of which there
   * are few: however many places there are, they do not make a product's own surge later.
   */
  public static final double WHOLES = .6;

  /** Part of the single subjects' share that regions have together. */
  public static final double PLACES = .3;

  /** Part of the single subjects' share that terms have together, emergent or not. */
  public static final double TERMS = .1;

  /** Share of regions that rise together. */
  public static final double SPREAD = .05;

  /** Share of a product and one that depends on it. */
  public static final double CASCADE = .05;

  /** Share of feeds that are silent. */
  public static final double SILENCE = .05;

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
