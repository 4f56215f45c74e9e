package io.groundswell.jobs.surge.evaluate.study;

/**
 * What could be reached by one who knows the true expected count mu, the true dispersion alpha and
 * the multiple m of the surge to come: the Shiryaev-Roberts procedure (Shiryaev 1963, Roberts
 * 1966), which is optimal in the mean (Pollak and Tartakovsky, Statistica Sinica 2009). R = (dt +
 * R) exp(l), dt the bucket in minutes, l = x ln m - (x+r) ln((r + m mu)/(r + mu)), r = 1/alpha. The
 * statistic is ln R. Duplicates enter through the mean and the variance only.
 */
final class Oracle implements Detector {
  private final Background background;
  private final double multiple;
  private final double bucketMinutes;
  private double statistic;

  /**
   * An oracle.
   *
   * @param background the truth, set before each bucket
   * @param multiple of the surge
   */
  Oracle(Background background, double multiple, double bucketMinutes) {
    this.background = background;
    this.multiple = multiple;
    this.bucketMinutes = bucketMinutes;
  }

  @Override
  public double add(long start, int count) {
    double mean = background.mean;
    double ratio = count * Math.log(multiple);
    if (background.dispersion > 1e-9) {
      double size = 1 / background.dispersion;
      ratio -= (count + size) * Math.log((size + multiple * mean) / (size + mean));
    } else {
      ratio -= (multiple - 1) * mean; // The limit: Poisson.
    }
    statistic = Math.min(1e300, (bucketMinutes + statistic) * Math.exp(Math.min(ratio, 80)));
    return Math.log(statistic);
  }

  @Override
  public Detector copy() {
    Oracle copy = new Oracle(background, multiple, bucketMinutes);
    copy.statistic = statistic;
    return copy;
  }
}
