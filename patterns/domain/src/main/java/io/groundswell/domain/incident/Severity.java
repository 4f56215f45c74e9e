package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Importance;

/**
 * Urgency. An incident has points for what it was in the last hour; six make it SEV1, four SEV2,
 * two SEV3.
 *
 * <table>
 * <caption>Points</caption>
 * <tr><td>size</td><td>1 from three times the expected authors, 2 from ten times</td></tr>
 * <tr><td>people</td><td>1 from 20 authors, 2 from 50, 3 from 500</td></tr>
 * <tr><td>spread</td><td>1 where it is in three regions that do not contain each other, or in two
 *     products</td></tr>
 * <tr><td>growth</td><td>1 where the last quarter of an hour brought 20 complaints or more, and
 *     twice as many as the one before</td></tr>
 * <tr><td>importance</td><td>1 more where the catalogue says {@code high}, 1 less where it says
 *     {@code low}</td></tr>
 * </table>
 *
 * <p>It rises at once, and falls when it has been lower for 15 minutes ({@link Urgency}).
 */
public enum Severity {
  /** Drop everything. */
  SEV1,
  /** Now. */
  SEV2,
  /** Today. */
  SEV3,
  /** Worth knowing. */
  SEV4;

  private static final double[] SIZES = {3, 10};
  private static final double[] PEOPLE = {20, 50, 500};
  private static final int[] POINTS = {6, 4, 2};

  /**
   * The severity of a surge.
   *
   * @param observed authors of the last hour
   * @param expected their baseline, above 0
   * @param spread whether it is in several places
   * @param grows whether it grows fast
   * @param importance the product's, from the catalogue
   */
  public static Severity of(
      double observed, double expected, boolean spread, boolean grows, Importance importance) {
    int points = 0;
    for (double size : SIZES) {
      points += observed >= size * expected ? 1 : 0;
    }
    for (double people : PEOPLE) {
      points += observed >= people ? 1 : 0;
    }
    points += spread ? 1 : 0;
    points += grows ? 1 : 0;
    points += importance == Importance.HIGH ? 1 : 0;
    points -= importance == Importance.LOW ? 1 : 0;
    int severity = 0;
    while (severity < POINTS.length && points < POINTS[severity]) {
      severity++;
    }
    return values()[severity];
  }
}
