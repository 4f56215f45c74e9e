package io.groundswell.jobs.surge.html;

import java.util.List;

/**
 * Values to plot.
 *
 * @param name what they are, for the legend
 * @param shape how they are drawn
 * @param points in the order of {@code x}
 */
public record Series(String name, Shape shape, List<Point> points) {

  /** Copies the points. */
  public Series {
    points = List.copyOf(points);
  }

  /** How values are drawn. */
  public enum Shape {
    /** Joined by straight lines. */
    LINE,
    /** Joined by straight lines, a dot at each. */
    DOTTED_LINE,
    /** Like a dotted line, and meant to be looked at first. */
    THICK_LINE,
    /** Held until the next. */
    STEPS,
    /** As bars that reach to the next, from 0. */
    BARS
  }

  /**
   * A value.
   *
   * @param x where
   * @param y how much
   */
  public record Point(double x, double y) {}
}
