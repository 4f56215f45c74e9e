package io.groundswell.jobs.surge.connector;

import java.util.Comparator;

/**
 * A line of an output file, with its place.
 *
 * @param time event time: earlier lines first, epoch milliseconds
 * @param order place among lines of the same time
 * @param text the line, without its end
 */
public record Line(long time, String order, String text) {
  /** The order in which lines are written. */
  static final Comparator<Line> ORDER =
      Comparator.comparingLong(Line::time).thenComparing(Line::order).thenComparing(Line::text);
}
