package io.groundswell.jobs.surge.evaluate.study;

/**
 * Farrington flexible (Noufaily, Enki, Farrington, Garthwaite, Andrews, Charlett, Statistics in
 * Medicine 2013; Farrington, Andrews, Beale, Catchpole, JRSS A 1996), with a day in place of the
 * year. y is the count of the last 10 minutes; its reference is what came on the 14 days before at
 * the same time and up to three windows to either side. To these a {@link QuasiPoisson} model with
 * trend and weekend is fitted every 10 minutes, then once more with the references that look like
 * past outbreaks weighed down. The statistic is the exceedance score X = (y - mu) / (U - mu), U =
 * mu (1 + 2/3 z ((phi + var/mu) / mu)^(1/2))^(3/2): the upper bound on the 2/3-power scale, z =
 * 2.58, phi the overdispersion, var the variance of the estimate mu.
 */
final class FarringtonFlexible implements Detector {
  private static final double WINDOW_MINUTES = 10;
  private static final int EITHER_SIDE = 3;
  private static final int DAYS = 14;
  private static final double Z = 2.58;
  private static final int RECENT = 4;
  private static final int FEWEST = 5;

  private final int window;
  private final int day;
  private final History history;
  private double mean = Double.NaN;
  private double bound;

  /** A detector for buckets of that many minutes. */
  FarringtonFlexible(double bucketMinutes) {
    this.window = (int) Math.max(1, Math.round(WINDOW_MINUTES / bucketMinutes));
    this.day = (int) Math.round(StreamModel.MINUTES_A_DAY / bucketMinutes);
    this.history = new History(DAYS * day + (EITHER_SIDE + 1) * window);
  }

  private FarringtonFlexible(FarringtonFlexible other) {
    this.window = other.window;
    this.day = other.day;
    this.history = other.history.copy();
    this.mean = other.mean;
    this.bound = other.bound;
  }

  @Override
  public double add(long start, int count) {
    history.add(count);
    if (history.size() % window == 0) {
      fit(start);
    }
    if (Double.isNaN(mean) || history.last(RECENT * window) < FEWEST) {
      return 0;
    }
    return (history.last(window) - mean) / (bound - mean);
  }

  private void fit(long start) {
    QuasiPoisson model = new QuasiPoisson(DAYS * (2 * EITHER_SIDE + 1));
    for (int back = 1; back <= DAYS; back++) {
      boolean onWeekend = Days.isWeekend(start - back * Days.DAY);
      for (int side = -EITHER_SIDE; side <= EITHER_SIDE; side++) {
        long to = history.size() - (long) back * day + (long) side * window;
        if (history.holds(to - window)) {
          model.add(-back + (double) side * window / day, onWeekend, history.sum(to - window, to));
        }
      }
    }
    if (!model.fit()) {
      return;
    }
    boolean weekend = Days.isWeekend(start);
    mean = model.mean(weekend);
    double spread = (model.overdispersion() + model.variance(weekend) / mean) / mean;
    bound = mean * Math.pow(1 + 2 / 3.0 * Z * Math.sqrt(spread), 1.5);
  }

  @Override
  public Detector copy() {
    return new FarringtonFlexible(this);
  }
}
