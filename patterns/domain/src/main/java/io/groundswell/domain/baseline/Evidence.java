package io.groundswell.domain.baseline;

/**
 * How strongly recent buckets speak against the baseline: a mixture of Shiryaev-Roberts e-detectors
 * (Shin, Ramdas, Rinaldo 2023) over multiples of the expected count, each charged for the chance
 * that slow wander of the baseline explains the excess. Larger is stronger; under the baseline,
 * evidence reaches h at most once in e^h minutes on average.
 */
final class Evidence {
  /** How many times its baseline a surge may be (m). */
  static final double[] MULTIPLES = {1.35, 1.8, 2.7, 5, 12, 40};

  /** How many standard deviations of wander are conceded (u), at a price of u^2/2. */
  static final double[] PRICES = {0, 2, 4};

  /** From one of these to the next. */
  private static final double STEP = 2;

  private static final double SLACK = 1.1;
  private static final double[] LOGS = logs();

  /** e^(u^2/2) over the number of multiples: what makes a sum a charged mean. */
  private static final double[] CHARGES = charges();

  private Evidence() {}

  /**
   * Adds a bucket and gives the evidence after it.
   *
   * @param observed the bucket's count
   * @param minutes the bucket's width, which keeps the rate of false alarms per minute the same for
   *     every width
   */
  static double add(
      Baseline baseline, Expectation expected, double observed, double minutes, long start) {
    double conceded = Elementary.exp(STEP * expected.uncertainty);
    double size = 1 / expected.alpha;
    double mean = SLACK * expected.mean;
    double least = Double.POSITIVE_INFINITY;
    for (int u = 0; u < PRICES.length; u++) {
      double weight = observed + size;
      double share = 1 / (size + mean);
      double sum = 0;
      for (int m = 0; m < MULTIPLES.length; m++) {
        double excess = Elementary.log((size + MULTIPLES[m] * mean) * share);
        double ratio = observed * LOGS[m] - weight * excess;
        sum += grow(baseline.statistics, u * MULTIPLES.length + m, minutes, ratio);
        if (u == 0) {
          extend(baseline.runs[m], ratio, start);
        }
      }
      least = Math.min(least, charged(sum, u));
      mean *= conceded;
    }
    return Elementary.log(least);
  }

  private static double grow(double[] statistics, int at, double minutes, double ratio) {
    double grown = (minutes + statistics[at]) * Elementary.exp(Math.min(ratio, 80));
    double kept = Math.min(grown, 1e60);
    statistics[at] = kept;
    return kept;
  }

  private static void extend(Run run, double ratio, long start) {
    if (run.sum <= 0) {
      run.restart();
      run.since = start;
    }
    run.sum += ratio;
  }

  /** The mean of a row's statistics at its price; its logarithm is the row's evidence. */
  private static double charged(double sum, int u) {
    return sum * CHARGES[u] + 1e-300;
  }

  /** Index of the multiple that carries the evidence. */
  static int winner(Baseline baseline) {
    int row = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int u = 0; u < PRICES.length; u++) {
      double sum = 0;
      for (int m = 0; m < MULTIPLES.length; m++) {
        sum += baseline.statistics[u * MULTIPLES.length + m];
      }
      if (charged(sum, u) < least) {
        least = charged(sum, u);
        row = u * MULTIPLES.length;
      }
    }
    int best = 0;
    for (int m = 1; m < MULTIPLES.length; m++) {
      if (baseline.statistics[row + m] > baseline.statistics[row + best]) {
        best = m;
      }
    }
    return best;
  }

  private static double[] logs() {
    double[] logs = new double[MULTIPLES.length];
    for (int m = 0; m < logs.length; m++) {
      logs[m] = Math.log(MULTIPLES[m]);
    }
    return logs;
  }

  private static double[] charges() {
    double[] charges = new double[PRICES.length];
    for (int u = 0; u < charges.length; u++) {
      charges[u] = Math.exp(PRICES[u] * PRICES[u] / 2) / MULTIPLES.length;
    }
    return charges;
  }
}
