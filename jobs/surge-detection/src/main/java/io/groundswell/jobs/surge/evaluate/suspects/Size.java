package io.groundswell.jobs.surge.evaluate.suspects;

/**
 * How large a history is.
 *
 * @param days its length; faults come from the ninth day on, four a day
 * @param products how many there are
 */
public record Size(int days, int products) {
  /** Four weeks of 60 products. */
  public static final Size FULL = new Size(28, 60);

  /** Two weeks of 30 products. */
  public static final Size QUICK = new Size(14, 30);
}
