package io.groundswell.domain.briefing;

/** How likely counts are. */
final class Chance {
  private Chance() {}

  /**
   * So many or more, where the mean is known: Poisson's upper tail.
   *
   * @param count 0 or more
   * @param mean above 0
   */
  static double atLeast(long count, double mean) {
    double below = 0;
    double term = StrictMath.exp(-mean);
    for (long k = 0; k < count; k++) {
      below += term;
      term *= mean / (k + 1);
    }
    return Math.max(0, Math.min(1, 1 - below));
  }

  /**
   * So few or fewer of many, where the share of each is known: the binomial's lower tail.
   *
   * @param count 0 to {@code of}
   * @param share above 0 and below 1
   */
  static double atMost(int count, int of, double share) {
    double sum = 0;
    double logTerm = of * StrictMath.log(1 - share);
    double odds = StrictMath.log(share / (1 - share));
    for (int k = 0; k <= count; k++) {
      sum += StrictMath.exp(logTerm);
      logTerm += StrictMath.log((of - k) / (double) (k + 1)) + odds;
    }
    return Math.min(1, sum);
  }
}
