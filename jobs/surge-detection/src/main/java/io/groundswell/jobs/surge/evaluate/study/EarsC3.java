package io.groundswell.jobs.surge.evaluate.study;

/**
 * EARS C3 (Hutwagner, Thompson, Seeman, Treadwell: "The bioterrorism preparedness and response
 * Early Aberration Reporting System", Journal of Urban Health 2003), with 10 minutes in place of a
 * day. C2(t) = (y(t) - m) / s, where m and s are the mean and standard deviation of the 7 counts
 * that end 2 before y(t); the statistic is C3(t) = sum over t, t-1, t-2 of max(0, C2 - 1). The last
 * 10 minutes are looked at after every bucket. As in BioSense, s is at least 0.5.
 */
final class EarsC3 implements Detector {
  private static final double WINDOW_MINUTES = 10;
  private static final int BASELINE = 7;
  private static final int GUARD = 2;
  private static final int SUMMED = 3;
  private static final double LEAST_DEVIATION = 0.5;

  private final int window;
  private final History history;

  /** A detector for buckets of that many minutes. */
  EarsC3(double bucketMinutes) {
    this.window = (int) Math.max(1, Math.round(WINDOW_MINUTES / bucketMinutes));
    this.history = new History(window * (BASELINE + GUARD + SUMMED));
  }

  private EarsC3(EarsC3 other) {
    this.window = other.window;
    this.history = other.history.copy();
  }

  @Override
  public double add(long start, int count) {
    history.add(count);
    if (history.size() < (long) window * (BASELINE + GUARD + SUMMED)) {
      return 0;
    }
    double sum = 0;
    for (int back = 0; back < SUMMED; back++) {
      sum += Math.max(0, c2(back) - 1);
    }
    return sum;
  }

  private double c2(int back) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < BASELINE; i++) {
      double y = ago(back + GUARD + 1 + i);
      sum += y;
      squares += y * y;
    }
    double mean = sum / BASELINE;
    double variance = Math.max(0, (squares - sum * mean) / (BASELINE - 1));
    return (ago(back) - mean) / Math.max(LEAST_DEVIATION, Math.sqrt(variance));
  }

  /** Count of the window that ended so many windows ago. */
  private double ago(int windows) {
    long to = history.size() - (long) windows * window;
    return history.sum(to - window, to);
  }

  @Override
  public Detector copy() {
    return new EarsC3(this);
  }
}
