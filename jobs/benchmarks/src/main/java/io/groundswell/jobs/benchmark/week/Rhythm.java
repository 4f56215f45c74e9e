package io.groundswell.jobs.benchmark.week;

/**
 * How many posts come at which time of day: most in the afternoon, fewest at night, every day the
 * same.
 *
 * @param perSecond posts per second, mean of a day
 */
record Rhythm(double perSecond) {
  private static final double DAY = 86_400;
  private static final double SWING = .6;
  private static final double TURN = 2 * Math.PI / DAY;

  /** So many seconds after midnight there are as many posts as on average, and more to come. */
  private static final double MORNING = 9 * 3_600;

  /** Posts from the first midnight to so many milliseconds after it. */
  long until(long millis) {
    double seconds = millis / 1_000.0;
    double swung = Math.cos(TURN * MORNING) - Math.cos(TURN * (seconds - MORNING));
    return Math.round(perSecond * (seconds + SWING * swung / TURN));
  }
}
