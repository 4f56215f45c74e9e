package io.groundswell.jobs.surge.evaluate.study;

/** A rate of false alarms at which detectors are compared. */
public enum Target {
  /** One a subject-week. */
  WEEK(1, "1 a subject-week"),
  /** One a subject-month of 30.4 days. */
  MONTH(365.25 / 12 / 7, "1 a subject-month"),
  /** One in a thousand subject-weeks. */
  THOUSAND_WEEKS(1000, "1 in 1000 subject-weeks");

  private static final double MINUTES_A_WEEK = 10_080;

  private final double weeks;
  private final String label;

  Target(double weeks, String label) {
    this.weeks = weeks;
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Subject-weeks a false alarm. */
  public double weeks() {
    return weeks;
  }

  /** The evidence that states this rate: h = ln(minutes a false alarm). */
  public double evidence() {
    return Math.log(MINUTES_A_WEEK * weeks);
  }
}
