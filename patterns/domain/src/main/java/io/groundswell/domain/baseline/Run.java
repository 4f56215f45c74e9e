package io.groundswell.domain.baseline;

/**
 * A run of buckets that speak for one multiple of the baseline: Page's cumulative sum (Biometrika
 * 1954), whose last restart is the maximum-likelihood estimate of when a change began. Mutable: it
 * is part of a {@link Baseline}.
 */
public final class Run {
  /** Log-likelihood ratio since the restart, at least 0. */
  public double sum;

  /** Start of the bucket after the last restart, in epoch milliseconds. */
  public long since;

  /** Authors, expected authors and posts since then. */
  public double observed;

  /** See {@link #observed}. */
  public double expected;

  /** See {@link #observed}. */
  public double posts;

  static Run[] none() {
    Run[] runs = new Run[Evidence.COUNT];
    for (int m = 0; m < runs.length; m++) {
      runs[m] = new Run();
    }
    return runs;
  }

  void restart() {
    sum = 0;
    observed = 0;
    expected = 0;
    posts = 0;
  }
}
