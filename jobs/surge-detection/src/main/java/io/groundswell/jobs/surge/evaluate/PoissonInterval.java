package io.groundswell.jobs.surge.evaluate;

/**
 * The exact 95 % interval of a Poisson mean after one count (Garwood, Biometrika 1936): at either
 * end a count as extreme as this one has a chance of 2.5 %.
 *
 * @param low least mean that agrees with the count
 * @param high largest one
 */
public record PoissonInterval(double low, double high) {
  private static final double TAIL = 0.025;
  private static final int HALVINGS = 200;

  /** The interval after {@code count} events, at least 0. */
  public static PoissonInterval of(long count) {
    double low = count == 0 ? 0 : mean(count - 1, 1 - TAIL);
    return new PoissonInterval(low, mean(count, TAIL));
  }

  /** Both ends divided, such as by the weeks in which the events came, or by what was stated. */
  public PoissonInterval over(double divisor) {
    return new PoissonInterval(low / divisor, high / divisor);
  }

  /** The mean at which at most {@code count} events come with the given chance. */
  private static double mean(long count, double chance) {
    double below = 0;
    double above = count + 10 + 10 * Math.sqrt(count + 1.0);
    for (int i = 0; i < HALVINGS && above - below > 1e-12 * above; i++) {
      double middle = (below + above) / 2;
      if (atMost(count, middle) > chance) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return (below + above) / 2;
  }

  /**
   * Chance of at most {@code count} events, summed from the last term, which does not underflow.
   */
  private static double atMost(long count, double mean) {
    double last = -mean + count * Math.log(mean) - logFactorial(count);
    double sum = 0;
    double term = 1;
    for (long k = count; k >= 0 && term > 1e-18 * sum; k--) {
      sum += term;
      term *= k / mean;
    }
    return sum * Math.exp(last);
  }

  private static double logFactorial(long n) {
    double sum = 0;
    for (long k = 2; k <= n; k++) {
      sum += Math.log((double) k);
    }
    return sum;
  }
}
