package io.groundswell.domain.baseline;

import java.util.Arrays;

/**
 * How a subject's complaints go with the hour and the kind of day, as factors around 1: what a
 * parent can tell its children when they begin.
 *
 * @param hours by hour of the day, 24 factors
 * @param days by kind of day and hour, 72 factors: Monday to Friday, Saturday, Sunday
 */
@SuppressWarnings("ArrayRecordComponent") // Read by index only, and never changed.
public record Season(float[] hours, float[] days) {
  /** Of so many expected complaints a season that is handed down weighs as much. */
  private static final double WEIGHT = 60;

  /** The same season whatever the hour. */
  public static Season flat() {
    float[] hours = new float[24];
    float[] days = new float[72];
    Arrays.fill(hours, 1);
    Arrays.fill(days, 1);
    return new Season(hours, days);
  }

  /** Makes a baseline that knows nothing of its season yet expect this one. */
  public void handTo(Baseline baseline) {
    fill(hours, baseline.hourObserved, baseline.hourExpected, Expectation.HOUR_PRIOR);
    fill(days, baseline.dayObserved, baseline.dayExpected, Expectation.DAY_PRIOR);
  }

  private static void fill(float[] factors, double[] observed, double[] expected, double prior) {
    for (int i = 0; i < factors.length; i++) {
      expected[i] = WEIGHT;
      observed[i] = Precision.rounded(Math.max(0, factors[i] * (WEIGHT + prior) - prior));
    }
  }
}
