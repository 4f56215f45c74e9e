package io.groundswell.jobs.surge.evaluate.study;

/**
 * Gnip's Poisson model with cycle correction (Hendrickson, Kolb, Lehman, Montague: "Trend Detection
 * in Social Data", Gnip/Twitter 2013, revised 2015). The count c of the last 10 minutes is expected
 * to be v, the mean over the days before of the same kind (working day or weekend, 14 days back) at
 * the same time, 30 minutes to either side. The statistic is their eta = (c - v) / (u - v): by how
 * many confidence intervals the count exceeds v, with u the upper end of the interval of the
 * Poisson mean at v, 99 %, in Wilson and Hilferty's form (v+1) (1 - 1/(9(v+1)) + z/(3
 * sqrt(v+1)))^3.
 */
final class GnipPoisson implements Detector {
  private static final double WINDOW_MINUTES = 10;
  private static final double EITHER_SIDE_MINUTES = 30;
  private static final int DAYS = 14;
  private static final double Z = 2.576;

  private final int window;
  private final int eitherSide;
  private final int day;
  private final History history;

  /** A detector for buckets of that many minutes. */
  GnipPoisson(double bucketMinutes) {
    this.window = (int) Math.max(1, Math.round(WINDOW_MINUTES / bucketMinutes));
    this.eitherSide = (int) Math.max(1, Math.round(EITHER_SIDE_MINUTES / bucketMinutes));
    this.day = (int) Math.round(StreamModel.MINUTES_A_DAY / bucketMinutes);
    this.history = new History(DAYS * day + window + 2 * eitherSide);
  }

  private GnipPoisson(GnipPoisson other) {
    this.window = other.window;
    this.eitherSide = other.eitherSide;
    this.day = other.day;
    this.history = other.history.copy();
  }

  @Override
  public double add(long start, int count) {
    history.add(count);
    double expected = expected(start);
    if (Double.isNaN(expected)) {
      return 0;
    }
    return (history.last(window) - expected) / (upper(expected) - expected);
  }

  private double expected(long start) {
    long sum = 0;
    long buckets = 0;
    boolean weekend = Days.isWeekend(start);
    for (int back = 1; back <= DAYS; back++) {
      if (Days.isWeekend(start - back * Days.DAY) != weekend) {
        continue;
      }
      long to = history.size() - (long) back * day + eitherSide;
      long from = to - window - 2L * eitherSide;
      if (!history.holds(from)) {
        continue;
      }
      sum += history.sum(from, to);
      buckets += to - from;
    }
    return buckets == 0 ? Double.NaN : (double) sum / buckets * window;
  }

  static double upper(double mean) {
    double next = mean + 1;
    double root = 1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next));
    return next * root * root * root;
  }

  @Override
  public Detector copy() {
    return new GnipPoisson(this);
  }
}
