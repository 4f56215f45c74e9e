package io.groundswell.domain.briefing;

import java.util.List;

/**
 * Complaints over time, from some time before the onset up to the update.
 *
 * @param from start of the first step, epoch milliseconds
 * @param width of a step, milliseconds
 * @param posts complaints in each step
 * @param expected complaints that are usual in a step
 */
public record Curve(long from, long width, List<Integer> posts, double expected) {
  /** Of nothing. */
  public static final Curve NONE = new Curve(0, 60_000, List.of(), 0);
}
