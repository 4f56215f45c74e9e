package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.demo.Company.Region;
import java.util.List;

/** When people write: by day, by night, and less on weekends, each where they live. */
final class Rhythm {
  private static final long HOUR = 3_600_000;
  private static final int HOURS_A_WEEK = 168;

  /** 1970-01-01 was a Thursday. */
  private static final int MONDAY = 96;

  private final double[][] upTo = new double[HOURS_A_WEEK][];
  private final List<Region> regions;
  private final double mean;

  /** The rhythm of some regions together. */
  Rhythm(List<Region> regions) {
    this.regions = regions;
    double sum = 0;
    for (int hour = 0; hour < HOURS_A_WEEK; hour++) {
      upTo[hour] = new double[regions.size()];
      double total = 0;
      for (int i = 0; i < regions.size(); i++) {
        total += regions.get(i).share() * activity(hour + regions.get(i).offset());
        upTo[hour][i] = total;
      }
      sum += total;
    }
    mean = sum / HOURS_A_WEEK;
  }

  /** How much is written, 1 on the week's average. */
  double level(long time) {
    double[] totals = upTo[hour(time)];
    return totals[totals.length - 1] / mean;
  }

  /** A region, the likelier the more people are awake there. */
  Region region(long time, double uniform) {
    double[] totals = upTo[hour(time)];
    double at = uniform * totals[totals.length - 1];
    int index = 0;
    while (totals[index] <= at) {
      index++;
    }
    return regions.get(index);
  }

  private static int hour(long time) {
    return (int) Math.floorMod(time / HOUR - MONDAY, (long) HOURS_A_WEEK);
  }

  /** Least at four in the morning, most at four in the afternoon. */
  private static double activity(int localHour) {
    int hour = Math.floorMod(localHour, HOURS_A_WEEK);
    double weekend = hour / 24 >= 5 ? 0.85 : 1;
    return weekend * (0.7 + 0.25 * Math.sin(2 * Math.PI * (hour % 24 - 10) / 24));
  }
}
