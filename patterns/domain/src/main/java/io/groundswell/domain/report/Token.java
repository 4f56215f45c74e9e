package io.groundswell.domain.report;

/**
 * A word of a report as it is compared.
 *
 * @param text folded
 * @param usual the share of past complaints in its language that use it
 * @param telling whether it may name a fault: no function word and none of the product's names
 */
record Token(String text, double usual, boolean telling) {
  /** Words that begin alike are one, so that "disabled" and "disable" are. */
  private static final int BEGINNING = 5;

  /** What the forms of a word have in common. */
  String stem() {
    return text.length() > BEGINNING ? text.substring(0, BEGINNING) : text;
  }
}
