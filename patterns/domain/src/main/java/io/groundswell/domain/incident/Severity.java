package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Importance;

/**
 * Urgency. An incident starts at SEV4 and rises by one for each of: three times the expected
 * complaints, ten times, fifty authors, five hundred authors, high importance; low importance
 * lowers it by one.
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

  /**
   * The severity of a surge.
   *
   * @param observed authors since onset
   * @param expected their baseline, above 0
   * @param importance the product's, from the catalogue
   */
  public static Severity of(double observed, double expected, Importance importance) {
    int raised = 0;
    raised += observed >= 3 * expected ? 1 : 0;
    raised += observed >= 10 * expected ? 1 : 0;
    raised += observed >= 50 ? 1 : 0;
    raised += observed >= 500 ? 1 : 0;
    raised += importance == Importance.HIGH ? 1 : 0;
    raised -= importance == Importance.LOW ? 1 : 0;
    return values()[Math.max(0, Math.min(3, 3 - raised))];
  }
}
