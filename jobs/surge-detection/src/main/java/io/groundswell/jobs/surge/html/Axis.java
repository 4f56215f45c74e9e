package io.groundswell.jobs.surge.html;

import java.util.List;

/** One direction of a plot: from where to where, and which places are marked. */
public interface Axis {

  /** The value at its begin. */
  double min();

  /** The value at its end, above {@link #min()}. */
  double max();

  /** How far along a value lies: 0 at the begin, 1 at the end. */
  default double share(double value) {
    return (value - min()) / (max() - min());
  }

  /**
   * The marked places, in order, at round values.
   *
   * @param most about how many there is room for
   */
  List<Tick> ticks(int most);

  /**
   * A marked place.
   *
   * @param at its value
   * @param label what is written there
   */
  record Tick(double at, String label) {}
}
