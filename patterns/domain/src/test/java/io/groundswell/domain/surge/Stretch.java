package io.groundswell.domain.surge;

import java.util.SplittableRandom;

/**
 * Minutes of a subject's life in which people complain at one rate.
 *
 * @param perMinute authors a minute on average
 * @param minutes how long it lasts
 * @param exact the same count every minute instead of a random one around the rate
 */
record Stretch(double perMinute, int minutes, boolean exact) {

  static Stretch calm(double perMinute, int minutes) {
    return new Stretch(perMinute, minutes, false);
  }

  static Stretch surge(double perMinute, int minutes) {
    return new Stretch(perMinute, minutes, false);
  }

  static Stretch silence(int minutes) {
    return new Stretch(0, minutes, true);
  }

  static Stretch exactly(int perMinute, int minutes) {
    return new Stretch(perMinute, minutes, true);
  }

  static int days(int days) {
    return days * 1440;
  }

  static int hours(int hours) {
    return hours * 60;
  }

  int draw(SplittableRandom random) {
    return exact ? (int) perMinute : poisson(perMinute, random);
  }

  /** Counts the arrivals of a Poisson process in one unit of time (Knuth). */
  private static int poisson(double rate, SplittableRandom random) {
    int arrivals = -1;
    double waited = 0;
    while (waited <= rate) {
      waited -= Math.log(1 - random.nextDouble());
      arrivals++;
    }
    return arrivals;
  }
}
