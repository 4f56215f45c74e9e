package io.groundswell.jobs.surge.evaluate.study;

import java.util.List;

/**
 * How soon half of the surges of a kind have to be told where 168 subjects share one false incident
 * a week.
 *
 * @param rate complaints a minute
 * @param surge the kind of surge
 * @param minutes the median delay at most
 */
record Goal(double rate, String surge, double minutes) {
  static final List<Goal> ALL =
      List.of(
          new Goal(2, "x3 step", 13),
          new Goal(10, "x3 step", 10),
          new Goal(50, "x3 step", 8),
          new Goal(.1, "x5 step", 40),
          new Goal(.5, "x5 step", 13),
          new Goal(2, "x5 step", 5),
          new Goal(.1, "x10 step", 15),
          new Goal(.5, "x10 step", 5),
          new Goal(2, "x10 step", 2));

  boolean isAbout(DelayRow row) {
    return row.rate() == rate && row.surge().equals(surge);
  }
}
