package io.groundswell.domain.pattern;

import java.io.Serializable;

/**
 * The numbers between two ends, either of which may be infinite.
 *
 * @param least the lower end
 * @param withLeast whether it belongs to them
 * @param most the upper end
 * @param withMost whether it belongs to them
 */
public record Range(double least, boolean withLeast, double most, boolean withMost)
    implements Serializable {
  /** Every number. */
  public static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  /** From {@code least} on. */
  public static Range atLeast(double least) {
    return new Range(least, true, Double.POSITIVE_INFINITY, true);
  }

  /** Whether the number is among them. */
  public boolean holds(double number) {
    return (withLeast ? number >= least : number > least)
        && (withMost ? number <= most : number < most);
  }

  /** The numbers that are in both. */
  public Range and(Range other) {
    boolean mine = least > other.least || (least == other.least && !withLeast);
    boolean top = most < other.most || (most == other.most && !withMost);
    return new Range(
        mine ? least : other.least,
        mine ? withLeast : other.withLeast,
        top ? most : other.most,
        top ? withMost : other.withMost);
  }

  /** Whether no number is among them. */
  public boolean isEmpty() {
    return !(least < most || (least == most && withLeast && withMost));
  }
}
