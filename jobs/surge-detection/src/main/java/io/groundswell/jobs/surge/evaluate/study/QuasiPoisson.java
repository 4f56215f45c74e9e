package io.groundswell.jobs.surge.evaluate.study;

import java.util.Arrays;

/**
 * The model of Farrington flexible (Noufaily et al. 2013): log mu = b0 + b1 t + b2 weekend,
 * variance phi mu, fitted by iteratively reweighted least squares. References whose Anscombe
 * residual r = 1.5 (y^(2/3) - mu^(2/3)) / (mu^(1/6) (phi (1-h))^(1/2)) exceeds 2.58, with h their
 * leverage, are weighed by r^-2 in a second fit. A trend that leads beyond the largest reference is
 * left out.
 */
final class QuasiPoisson {
  private static final int TERMS = 3;
  private static final int LEAST_REFERENCES = 14;
  private static final int ITERATIONS = 12;
  private static final double OUTBREAK = 2.58;

  /** Precision that keeps terms of which the references say nothing at 0. */
  private static final double RIDGE = 1e-3;

  private static final double SIGNIFICANT = 1.96;
  private static final double NO_TREND = 1e9;

  private final double[] days;
  private final double[] weekend;
  private final double[] counts;
  private final double[] weights;
  private final double[] means;
  private final double[] terms = new double[TERMS];
  private final double[][] information = new double[TERMS][TERMS];
  private final double[][] inverse = new double[TERMS][TERMS];
  private int size;
  private double trendRidge = RIDGE;
  private double overdispersion = 1;

  /** A model of at most so many references. */
  QuasiPoisson(int most) {
    this.days = new double[most];
    this.weekend = new double[most];
    this.counts = new double[most];
    this.weights = new double[most];
    this.means = new double[most];
  }

  /**
   * Adds a reference.
   *
   * @param day days from now, below 0
   */
  void add(double day, boolean onWeekend, int count) {
    days[size] = day;
    weekend[size] = onWeekend ? 1 : 0;
    counts[size] = count;
    weights[size] = 1;
    size++;
  }

  /** Fits the references; false where there are too few. */
  boolean fit() {
    if (size < LEAST_REFERENCES) {
      return false;
    }
    double largest = Arrays.stream(counts, 0, size).max().orElse(0);
    double sum = Arrays.stream(counts, 0, size).sum();
    for (int i = 0; i < size; i++) {
      counts[i] += 0.5 / size; // Half a complaint over all: the logarithm of none would not end.
    }
    terms[0] = Math.log((sum + 0.5) / size);
    iterate();
    weighDownOutbreaks();
    iterate();
    disperse();
    if (!trends() || Math.max(mean(false), mean(true)) > largest) {
      trendRidge = NO_TREND;
      terms[1] = 0;
      iterate();
      disperse();
    }
    return true;
  }

  /** Whether the trend is significant at 5 %. */
  private boolean trends() {
    double deviation = Math.sqrt(overdispersion * inverse[1][1]);
    return Math.abs(terms[1]) > SIGNIFICANT * deviation;
  }

  /** Expected count now. */
  double mean(boolean onWeekend) {
    return Math.exp(terms[0] + (onWeekend ? terms[2] : 0));
  }

  /** Variance over mean (phi), at least 1. */
  double overdispersion() {
    return overdispersion;
  }

  /** Variance of the estimate {@link #mean}. */
  double variance(boolean onWeekend) {
    double mean = mean(onWeekend);
    return overdispersion * mean * mean * form(0, onWeekend ? 1 : 0);
  }

  private void iterate() {
    double change = 1;
    for (int i = 0; i < ITERATIONS && change > 1e-5; i++) {
      change = step();
    }
  }

  /** One step of Newton's method; gives the largest change of a term. */
  private double step() {
    double[] slope = {0, -trendRidge * terms[1], -RIDGE * terms[2]};
    clearInformation();
    for (int i = 0; i < size; i++) {
      double mean = Math.exp(terms[0] + days[i] * terms[1] + weekend[i] * terms[2]);
      means[i] = mean;
      double off = weights[i] * (counts[i] - mean);
      slope[0] += off;
      slope[1] += days[i] * off;
      slope[2] += weekend[i] * off;
      inform(weights[i] * mean, days[i], weekend[i]);
    }
    invert();
    double largest = 0;
    for (int j = 0; j < TERMS; j++) {
      double step = 0;
      for (int k = 0; k < TERMS; k++) {
        step += inverse[j][k] * slope[k];
      }
      step = Math.max(-2, Math.min(2, step));
      terms[j] += step;
      largest = Math.max(largest, Math.abs(step));
    }
    return largest;
  }

  private void clearInformation() {
    for (double[] row : information) {
      Arrays.fill(row, 0);
    }
    information[0][0] = 1e-9;
    information[1][1] = trendRidge;
    information[2][2] = RIDGE;
  }

  private void inform(double weight, double day, double onWeekend) {
    information[0][0] += weight;
    information[0][1] += weight * day;
    information[0][2] += weight * onWeekend;
    information[1][1] += weight * day * day;
    information[1][2] += weight * day * onWeekend;
    information[2][2] += weight * onWeekend * onWeekend;
  }

  /** Inverts the information by cofactors. */
  private void invert() {
    information[1][0] = information[0][1];
    information[2][0] = information[0][2];
    information[2][1] = information[1][2];
    double determinant = 0;
    for (int k = 0; k < TERMS; k++) {
      determinant += information[0][k] * cofactor(0, k);
    }
    for (int j = 0; j < TERMS; j++) {
      for (int k = 0; k < TERMS; k++) {
        inverse[j][k] = cofactor(k, j) / determinant;
      }
    }
  }

  private double cofactor(int row, int column) {
    int r1 = (row + 1) % TERMS;
    int r2 = (row + 2) % TERMS;
    int c1 = (column + 1) % TERMS;
    int c2 = (column + 2) % TERMS;
    return information[r1][c1] * information[r2][c2] - information[r1][c2] * information[r2][c1];
  }

  /** The quadratic form x' I^-1 x of a reference: its variance on the scale of logarithms. */
  private double form(double day, double onWeekend) {
    double[] x = {1, day, onWeekend};
    double sum = 0;
    for (int j = 0; j < TERMS; j++) {
      for (int k = 0; k < TERMS; k++) {
        sum += x[j] * x[k] * inverse[j][k];
      }
    }
    return sum;
  }

  private void disperse() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double off = counts[i] - means[i];
      sum += weights[i] * off * off / means[i];
    }
    overdispersion = Math.max(1, sum / (size - TERMS));
  }

  private void weighDownOutbreaks() {
    disperse();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double root = Math.cbrt(means[i]);
      double observed = Math.cbrt(counts[i]);
      double leverage = Math.min(.99, means[i] * form(days[i], weekend[i]));
      double scale = Math.sqrt(root) * Math.sqrt(overdispersion * (1 - leverage));
      double residual = 1.5 * (observed * observed - root * root) / scale;
      weights[i] = residual > OUTBREAK ? 1 / (residual * residual) : 1;
      sum += weights[i];
    }
    for (int i = 0; i < size; i++) {
      weights[i] *= size / sum;
    }
  }
}
