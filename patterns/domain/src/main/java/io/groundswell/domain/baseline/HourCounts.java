package io.groundswell.domain.baseline;

/**
 * What a parent's season is read from: its complaints by hour of the week, of which the older count
 * less (half after 28 days). Mutable and flat, since it is operator state.
 */
public final class HourCounts {
  private static final double DAY_KEEP = Math.pow(2, -1.0 / 28);
  private static final int HOURS = 168;

  /** An hour of an outage may not pass for the season. */
  private static final double MOST_TIMES = 3;

  private static final double MOST_ANYWAY = 10;

  /** A season needs two days at least: one cannot tell the hour from a surge. */
  private static final int LEAST_DAYS = 2;

  /** Complaints by hour of the week, from Monday 00:00Z. */
  public double[] observed = new double[HOURS];

  /** How often each of these hours has passed. */
  public double[] passed = new double[HOURS];

  /** Complaints in the hours of the day under way. */
  public double[] today = new double[24];

  /** Start of the first hour, epoch milliseconds; those before it have not been watched. */
  public long began = Long.MAX_VALUE;

  /** Days that have been taken in. */
  public int days;

  /**
   * Adds an hour of the day under way.
   *
   * @param hour its start, epoch milliseconds
   */
  public void add(long hour, int complaints) {
    began = Math.min(began, hour);
    today[Clock.hour(hour)] += complaints;
  }

  /**
   * Takes in the day that is over. A day without any complaint tells nothing of the hours: nobody
   * was heard.
   *
   * @param dayStart its 00:00Z, epoch milliseconds
   */
  public void endDay(long dayStart) {
    if (sum(today) == 0) {
      return;
    }
    for (int i = 0; i < HOURS; i++) {
      observed[i] *= DAY_KEEP;
      passed[i] *= DAY_KEEP;
    }
    int first = Clock.weekHour(dayStart);
    for (int hour = 0; hour < today.length; hour++) {
      if (dayStart + (hour + 1) * Clock.HOUR > began) {
        int at = first + hour;
        double most = MOST_TIMES * observed[at] / Math.max(passed[at], 1e-9) + MOST_ANYWAY;
        observed[at] += passed[at] == 0 ? today[hour] : Math.min(today[hour], most);
        passed[at]++;
      }
      today[hour] = 0;
    }
    days++;
  }

  /** Whether there has been enough to tell a season by. */
  public boolean tellsSeason() {
    return days > LEAST_DAYS;
  }

  /** The season: each factor drawn towards 1 as a baseline's own is. */
  public Season season() {
    double rate = sum(observed) / Math.max(sum(passed), 1e-9);
    Season season = Season.flat();
    for (int hour = 0; hour < 24; hour++) {
      double seen = 0;
      double expected = 0;
      for (int at = hour; at < HOURS; at += 24) {
        seen += observed[at];
        expected += passed[at] * rate;
      }
      season.hours()[hour] =
          (float) ((seen + Expectation.HOUR_PRIOR) / (expected + Expectation.HOUR_PRIOR));
    }
    for (int slot = 0; slot < season.days().length; slot++) {
      season.days()[slot] = (float) dayFactor(slot, rate, season);
    }
    return season;
  }

  private double dayFactor(int slot, double rate, Season season) {
    double seen = 0;
    double expected = 0;
    for (int at = slot % 24; at < HOURS; at += 24) {
      if (Clock.dayHour(at) == slot) {
        seen += observed[at];
        expected += passed[at] * rate * season.hours()[slot % 24];
      }
    }
    return (seen + Expectation.DAY_PRIOR) / (expected + Expectation.DAY_PRIOR);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
