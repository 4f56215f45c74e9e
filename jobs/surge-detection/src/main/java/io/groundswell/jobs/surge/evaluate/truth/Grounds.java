package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.policy.PatternId;

/**
 * On which grounds an update was told.
 *
 * @param pattern id of the pattern that matched; empty where nobody says
 * @param evidence of the subject, calibrated
 * @param texts how much of it the agreement of texts has added; 0 where nobody says
 * @param threshold how much was asked for; 0 where nobody says
 */
public record Grounds(String pattern, double evidence, double texts, double threshold) {
  /** Nothing is said. */
  public static final Grounds UNKNOWN = new Grounds("", 0, 0, 0);

  /**
   * The kind of evidence without which it would not have been told; of counts that are given, the
   * count.
   *
   * @param subject key of the incident's subject
   */
  Evidence kind(String subject) {
    if (pattern.isEmpty()) {
      return Evidence.COUNT;
    }
    if (PatternId.ACROSS.contains(pattern)) {
      return Evidence.ACROSS;
    }
    if (Subject.parse(subject).term() != null) {
      return Evidence.TERM;
    }
    boolean needed = texts > 0 && evidence - texts < threshold;
    return needed ? Evidence.TEXTS : Evidence.COUNT;
  }

  /** The share of the evidence that texts have added, 0 to 1. */
  double ofTexts() {
    return evidence > 0 ? Math.max(0, Math.min(1, texts / evidence)) : 0;
  }
}
