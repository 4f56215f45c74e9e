package io.groundswell.domain.baseline;

import java.util.Arrays;

/**
 * How strongly recent buckets speak against the baseline: a mixture of Shiryaev-Roberts e-detectors
 * (Shin, Ramdas, Rinaldo 2023) over multiples of the expected count, each charged for the chance
 * that slow wander of the baseline explains the excess. Larger is stronger; under the baseline,
 * evidence reaches h at most once in e^h minutes on average.
 *
 * <p>Texts may say something, too. What they say is an e-value given the counts and all that was
 * read before, so it multiplies that of the counts. Since texts may as well be diverse, evidence is
 * the weighted mean of the two, with and without them: an e-detector again, at most .22 below that
 * of the counts and 1.61 below that of both.
 */
final class Evidence {
  /** How many multiples of its baseline a surge may be. */
  static final int COUNT = 6;

  /** How many standard deviations of wander are conceded (u), at a price of u^2/2. */
  private static final double[] PRICES = {0, 2, 4};

  /** How many statistics there are. */
  static final int SIZE = 3 * COUNT;

  /** Of complaints about a subject. */
  static final Evidence OF_COMPLAINTS = new Evidence(1.35, 1.8, 2.7, 5, 12, 40);

  /** Of a term that hardly anybody uses: its surge is a large multiple of nearly nothing. */
  static final Evidence OF_TERMS = new Evidence(2.7, 8, 30, 100, 400, 2000);

  /** From one of the prices to the next. */
  private static final double STEP = 2;

  private static final double SLACK = 1.1;

  /** The weight of the evidence that listens to texts beside the one that does not. */
  private static final double TEXTS = .2;

  /** Texts that change the evidence by less than this have nothing more to say. */
  private static final double SAYS_NOTHING = .01;

  /** e^(u^2/2) over the number of multiples: what makes a sum a charged mean. */
  private static final double[] CHARGES = charges();

  private final double[] multiples;
  private final double[] logs;

  private Evidence(double... multiples) {
    this.multiples = multiples;
    this.logs = Arrays.stream(multiples).map(Math::log).toArray();
  }

  double multiple(int index) {
    return multiples[index];
  }

  /**
   * Adds a bucket and gives the evidence of the counts after it.
   *
   * @param observed the bucket's count
   * @param agreement what its texts say: the logarithm of an e-value, 0 where they say nothing
   * @param minutes the bucket's width, which keeps the rate of false alarms per minute the same for
   *     every width
   */
  double add(
      Baseline baseline,
      Expectation expected,
      double observed,
      double agreement,
      double minutes,
      long start) {
    if (agreement != 0 && baseline.agreeing.length == 0) {
      baseline.agreeing = baseline.statistics.clone();
    }
    boolean texts = baseline.agreeing.length > 0;
    double conceded = Elementary.exp(STEP * expected.uncertainty);
    double size = 1 / expected.alpha;
    double mean = SLACK * expected.mean;
    double least = Double.POSITIVE_INFINITY;
    for (int u = 0; u < PRICES.length; u++) {
      double weight = observed + size;
      double share = 1 / (size + mean);
      double sum = 0;
      for (int m = 0; m < COUNT; m++) {
        double excess = Elementary.log((size + multiples[m] * mean) * share);
        double ratio = observed * logs[m] - weight * excess;
        sum += grow(baseline.statistics, u * COUNT + m, minutes, ratio);
        if (texts) {
          grow(baseline.agreeing, u * COUNT + m, minutes, ratio + agreement);
        }
        if (u == 0) {
          extend(baseline.runs[m], ratio, start);
        }
      }
      least = Math.min(least, charged(sum, u));
      mean *= conceded;
    }
    return Elementary.log(least);
  }

  /**
   * What texts add to the evidence of the counts: the logarithm of the weighted mean of 1 and of
   * how much more counts and texts say together.
   *
   * @param alone the evidence of the counts
   */
  static double texts(Baseline baseline, double alone) {
    if (baseline.agreeing.length == 0) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int u = 0; u < PRICES.length; u++) {
      least = Math.min(least, charged(sum(baseline.agreeing, u), u));
    }
    double more = Elementary.log(least) - alone;
    if (Math.abs(more) < SAYS_NOTHING) {
      baseline.agreeing = new double[0];
      return 0;
    }
    return Elementary.log(1 - TEXTS + TEXTS * Elementary.exp(Math.min(more, 80)));
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

  private static double sum(double[] statistics, int u) {
    double sum = 0;
    for (int m = 0; m < COUNT; m++) {
      sum += statistics[u * COUNT + m];
    }
    return sum;
  }

  /** Index of the multiple that carries the evidence. */
  static int winner(Baseline baseline) {
    int row = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int u = 0; u < PRICES.length; u++) {
      double charged = charged(sum(baseline.statistics, u), u);
      if (charged < least) {
        least = charged;
        row = u * COUNT;
      }
    }
    int best = 0;
    for (int m = 1; m < COUNT; m++) {
      if (baseline.statistics[row + m] > baseline.statistics[row + best]) {
        best = m;
      }
    }
    return best;
  }

  private static double[] charges() {
    double[] charges = new double[PRICES.length];
    for (int u = 0; u < charges.length; u++) {
      charges[u] = Math.exp(PRICES[u] * PRICES[u] / 2) / COUNT;
    }
    return charges;
  }
}
