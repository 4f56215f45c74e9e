package io.groundswell.jobs.surge.evaluate.study;

/**
 * What one stream of complaints is like: negative-binomial counts around a daily and weekly cycle
 * of its own, with slow wander and duplicate posts. A third of the streams are clean, without
 * wander and duplicates.
 */
final class StreamModel {
  /** Long-run rates of the classes of streams, in complaints a minute before wander. */
  static final double[] RATES = {.02, .1, .5, 2, 10, 50, 200};

  static final int MINUTES_A_DAY = 1_440;
  static final int MINUTES_A_WEEK = 10_080;

  /** Complaints a minute, in the mean of a week. */
  final double rate;

  /** Standard deviation of the wander of the logarithm of the rate. */
  final double wander;

  /** Duplicates a post. */
  final double duplicates;

  /** Dispersion alpha of posts without duplicates: variance = mean + alpha mean^2. */
  final double dispersion;

  /** Factor of each minute of the week from Monday 00:00, mean 1. */
  final double[] season;

  private StreamModel(double rate, boolean rough, Draws draws) {
    this.rate = rate;
    this.wander = rough ? .12 : 0;
    this.duplicates = rough ? .08 : 0;
    this.dispersion = .05 * Math.exp(.6 * draws.gaussian());
    this.season = season(.7 * draws.gaussian(), 1 + .2 * draws.gaussian(), draws);
  }

  /**
   * Draws a stream.
   *
   * @param number streams that are multiples of three are clean
   */
  static StreamModel of(double rate, int number, Draws draws) {
    return new StreamModel(rate, number % 3 != 0, draws);
  }

  private static double[] season(double phase, double amplitude, Draws draws) {
    double weekend = .7 * Math.exp(.15 * draws.gaussian());
    double[] season = new double[MINUTES_A_WEEK];
    double sum = 0;
    for (int i = 0; i < season.length; i++) {
      double hour = (i / 60.0) % 24 - phase;
      double wave = .8 * cosine(hour - 15, 24) + .25 * cosine(hour - 20, 12);
      season[i] = Math.exp(amplitude * wave) * (i / MINUTES_A_DAY >= 5 ? weekend : 1);
      sum += season[i];
    }
    for (int i = 0; i < season.length; i++) {
      season[i] *= season.length / sum;
    }
    return season;
  }

  private static double cosine(double hours, double period) {
    return Math.cos(2 * Math.PI * hours / period);
  }

  /**
   * Draws a count.
   *
   * @param intensity expected posts without duplicates
   */
  int count(double intensity, Draws draws) {
    // Below this the dispersion could not be seen; the draw is spared.
    double mean =
        intensity > .05 ? intensity * dispersion * draws.gamma(1 / dispersion) : intensity;
    int posts = draws.poisson(mean);
    return posts == 0 ? 0 : posts + draws.poisson(duplicates * posts);
  }

  /** Expected posts with their duplicates. */
  double mean(double intensity) {
    return intensity * (1 + duplicates);
  }

  /** Dispersion of posts with their duplicates, as the negative binomial of the same variance. */
  double dispersion(double intensity) {
    double own = intensity > .05 ? dispersion : 0;
    return own + (duplicates + duplicates / (1 + duplicates)) / mean(intensity);
  }
}
