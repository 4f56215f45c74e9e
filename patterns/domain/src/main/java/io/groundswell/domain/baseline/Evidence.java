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

  private static final double SLACK = 1.1;
  private static final double[] LOGS = logs();

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
    double size = 1 / expected.alpha;
    double least = Double.POSITIVE_INFINITY;
    for (int u = 0; u < PRICES.length; u++) {
      double mean = SLACK * Math.exp(PRICES[u] * expected.uncertainty) * expected.mean;
      double base = size + mean;
      double sum = 0;
      for (int m = 0; m < MULTIPLES.length; m++) {
        double ratio =
            observed * LOGS[m] - (observed + size) * Math.log((size + MULTIPLES[m] * mean) / base);
        int at = u * MULTIPLES.length + m;
        double grown = (minutes + baseline.statistics[at]) * Math.exp(Math.min(ratio, 80));
        baseline.statistics[at] = Math.min(grown, 1e60);
        sum += baseline.statistics[at];
        if (u == 0) {
          extend(baseline.runs[m], ratio, start);
        }
      }
      double price = PRICES[u] * PRICES[u] / 2;
      least = Math.min(least, Math.log(sum / MULTIPLES.length + 1e-300) + price);
    }
    return least;
  }

  private static void extend(Run run, double ratio, long start) {
    if (run.sum <= 0) {
      run.restart();
      run.since = start;
    }
    run.sum += ratio;
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
      double charged = Math.log(sum / MULTIPLES.length + 1e-300) + PRICES[u] * PRICES[u] / 2;
      if (charged < least) {
        least = charged;
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
}
