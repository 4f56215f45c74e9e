package io.groundswell.jobs.surge.evaluate.study;

/**
 * The z-score of monitoring rules, as commonly written for Prometheus (rate over 5 minutes against
 * its average and standard deviation over a longer time): z = (x - m) / s, where x is the sum of
 * the last 5 minutes, and m and s^2 are its exponentially weighted mean and variance of the time
 * before, with a half-life of one day (Roberts, Technometrics 1959, for the weights).
 */
final class EwmaZ implements Detector {
  private static final double WINDOW_MINUTES = 5;
  private static final double HALF_LIFE_MINUTES = 1_440;

  private final int window;
  private final double weight;
  private final History history;
  private double mean = Double.NaN;
  private double variance;

  /** A detector for buckets of that many minutes. */
  EwmaZ(double bucketMinutes) {
    this.window = (int) Math.max(1, Math.round(WINDOW_MINUTES / bucketMinutes));
    this.weight = 1 - Math.pow(2, -bucketMinutes / HALF_LIFE_MINUTES);
    this.history = new History(window);
  }

  private EwmaZ(EwmaZ other) {
    this.window = other.window;
    this.weight = other.weight;
    this.history = other.history.copy();
    this.mean = other.mean;
    this.variance = other.variance;
  }

  @Override
  public double add(long start, int count) {
    history.add(count);
    double sum = history.last(window);
    if (Double.isNaN(mean)) {
      mean = sum;
    }
    double off = sum - mean;
    double score = variance > 0 ? off / Math.sqrt(variance) : 0;
    mean += weight * off;
    variance = (1 - weight) * (variance + weight * off * off);
    return score;
  }

  @Override
  public Detector copy() {
    return new EwmaZ(this);
  }
}
