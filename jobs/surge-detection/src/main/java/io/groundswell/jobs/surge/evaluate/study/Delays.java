package io.groundswell.jobs.surge.evaluate.study;

import java.util.ArrayList;
import java.util.List;

/** How soon surges of one kind were seen, in minutes from their onset. */
final class Delays {
  private final List<Double> minutes = new ArrayList<>();

  /** Adds a surge: the end of the first alarming bucket, or infinity where there was none. */
  void add(double delay) {
    minutes.add(delay);
  }

  void addAll(Delays others) {
    minutes.addAll(others.minutes);
  }

  int size() {
    return minutes.size();
  }

  /** The delay within which that share of the surges was seen; infinity where it never was. */
  double quantile(double share) {
    if (minutes.isEmpty()) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * minutes.size());
    return minutes.stream().sorted().skip(Math.max(0, rank - 1)).findFirst().orElse(Double.NaN);
  }

  /** Share of the surges that were not seen in time. */
  double missed() {
    return minutes.stream().filter(delay -> delay.isInfinite()).count() / (double) minutes.size();
  }
}
