package io.groundswell.jobs.surge.evaluate.study;

import java.util.SplittableRandom;

/** Random numbers of the distributions that the streams need; the same seeds, the same numbers. */
final class Draws {
  private static final int SMALL_MEAN = 10;
  private static final double[] LOG_FACTORIALS = logFactorials(1024);

  private final SplittableRandom random;

  private Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Numbers that depend on every part of the name, and on nothing else. */
  static Draws of(long... name) {
    long mixed = 0x9E3779B97F4A7C15L;
    for (long part : name) {
      mixed = new SplittableRandom(mixed ^ part).split().nextLong();
    }
    return new Draws(mixed);
  }

  /** Even over 0 (inclusive) to 1 (exclusive). */
  double uniform() {
    return random.nextDouble();
  }

  /** Even over {@code from} (inclusive) to {@code to} (exclusive). */
  long between(long from, long to) {
    return random.nextLong(from, to);
  }

  /** Normal, mean 0, variance 1. */
  double gaussian() {
    return random.nextGaussian();
  }

  /** Gamma of scale 1 by Marsaglia and Tsang (ACM TOMS 2000). */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = gaussian();
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      v = v * v * v;
      double u = 1 - uniform();
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
        return d * v;
      }
    }
  }

  /** Poisson: by inversion where the mean is small, else by Hörmann's PTRS. */
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    return mean < SMALL_MEAN ? inverted(mean) : rejected(mean);
  }

  private int inverted(double mean) {
    double u = uniform();
    if (u < 1 - mean) {
      return 0; // Since 1 - mean is less than exp(-mean), and spares it most of the time.
    }
    double chance = Math.exp(-mean);
    int count = 0;
    while (u >= chance && count < 200) {
      u -= chance;
      count++;
      chance *= mean / count;
    }
    return count;
  }

  /** Transformed rejection with squeeze (Hörmann, Insurance: Mathematics and Economics 1993). */
  private int rejected(double mean) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = uniform() - 0.5;
      double v = 1 - uniform();
      double us = 0.5 - Math.abs(u);
      int k = (int) Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double scaled = v * (1.1239 + 1.1328 / (b - 3.4)) / (a / (us * us) + b);
      if (Math.log(scaled) <= k * Math.log(mean) - mean - logFactorial(k)) {
        return k;
      }
    }
  }

  private static double logFactorial(int n) {
    if (n < LOG_FACTORIALS.length) {
      return LOG_FACTORIALS[n];
    }
    double x = n + 1.0; // Stirling's series, which is exact to the last bits from here on.
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x);
  }

  private static double[] logFactorials(int size) {
    double[] logs = new double[size];
    for (int n = 2; n < size; n++) {
      logs[n] = logs[n - 1] + Math.log(n);
    }
    return logs;
  }
}
