package io.groundswell.jobs.surge.evaluate.truth;

/**
 * Between which means a count of independent events is no surprise: the exact central 95 % interval
 * of a Poisson mean (F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28,
 * 1936). Its ends are quantiles of the gamma distribution, found here through the Poisson
 * distribution itself: P(Gamma(n) &lt;= x) = P(Poisson(x) &gt;= n).
 *
 * @param low the mean above which so many or more come with a chance of 2.5 %; 0 for a count of 0
 * @param high the mean at which so few or fewer come with a chance of 2.5 %
 */
public record PoissonInterval(double low, double high) {
  private static final double TAIL = .025;
  private static final int HALVINGS = 100;

  /** The interval around a count of 0 or more. */
  public static PoissonInterval of(int count) {
    double low = count == 0 ? 0 : meanAt(count - 1, 1 - TAIL);
    return new PoissonInterval(low, meanAt(count, TAIL));
  }

  /** Both ends divided, such as by the weeks in which the events came. */
  public PoissonInterval per(double divisor) {
    return new PoissonInterval(low / divisor, high / divisor);
  }

  /** The mean at which {@code count} or fewer come with the given chance. */
  private static double meanAt(int count, double chance) {
    double low = 0;
    double high = count + 10 * Math.sqrt(count + 1.0) + 10;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(count, middle) > chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The chance of at most {@code count} events; logarithms, since e^-mean may be too small. */
  private static double atMost(int count, double mean) {
    double logTerm = -mean;
    double sum = Math.exp(logTerm);
    for (int k = 1; k <= count; k++) {
      logTerm += Math.log(mean / k);
      sum += Math.exp(logTerm);
    }
    return sum;
  }
}
