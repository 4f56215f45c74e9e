package io.groundswell.domain.report;

/**
 * A word of a report.
 *
 * @param text folded
 * @param usual the share of the product's complaints in the report's language that used it before
 *     the hour in which the report came, above 0 and below 1; {@link #UNKNOWN} where nobody asked
 */
public record Word(String text, float usual) {
  /** Nobody asked how usual the word is: it may be as usual as can be. */
  public static final float UNKNOWN = 1;
}
