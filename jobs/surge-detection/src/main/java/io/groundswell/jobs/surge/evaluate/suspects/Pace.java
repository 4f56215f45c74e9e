package io.groundswell.jobs.surge.evaluate.suspects;

/** How often products are changed in a history. */
public enum Pace {
  /** As often as one company's status page tells of an incident of one of its components. */
  STATUS_PAGE("as a status page", 1),
  /** Twenty times as often: one to three times a day. */
  BUSY("20 times as often", 20);

  private final String label;
  private final double times;

  Pace(String label, double times) {
    this.label = label;
    this.times = times;
  }

  /** In words. */
  public String label() {
    return label;
  }

  double times() {
    return times;
  }
}
