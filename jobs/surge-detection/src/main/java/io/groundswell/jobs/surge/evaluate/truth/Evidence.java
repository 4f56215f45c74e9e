package io.groundswell.jobs.surge.evaluate.truth;

import java.util.Locale;

/** What an incident was opened by. */
public enum Evidence {
  /** So many complained about a product, a component or a place. */
  COUNT,
  /** Those who complained said alike, without which they would have been too few. */
  TEXTS,
  /** So many used a term that hardly anybody had used before. */
  TERM,
  /** Several subjects rose together, none of them enough by itself. */
  ACROSS;

  /** The word that reports use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
