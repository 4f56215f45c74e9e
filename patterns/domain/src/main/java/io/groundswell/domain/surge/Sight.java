package io.groundswell.domain.surge;

/**
 * How much of a subject could be seen in a bucket.
 *
 * @param unseen share of its complaints that blind feeds carry, 0 to 1
 * @param lost share of its complaints that certainly did not come. What a blind source carried is
 *     lost; what a dead partition carried may have been sent to another, and if it was, expecting
 *     less would make a surge of it
 * @param silentSince when the first of those feeds fell silent, epoch milliseconds
 */
record Sight(double unseen, double lost, long silentSince) {
  static final Sight CLEAR = new Sight(0, 0, Long.MAX_VALUE);

  private static final double PAUSES = .1;
  private static final double FREEZES = .9;
  private static final double LEAST = .001;

  /** Too much is missing to learn what is normal, or to tell that a surge is over. */
  boolean blurred() {
    return unseen >= PAUSES;
  }

  /** So little is left that it is evidence of nothing. */
  boolean dark() {
    return unseen >= FREEZES;
  }

  /** What part of the normal count is to be expected, above 0. */
  double seen() {
    return Math.max(LEAST, 1 - lost);
  }
}
