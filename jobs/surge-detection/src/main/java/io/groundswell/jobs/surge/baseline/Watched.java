package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Subject;
import java.io.Serializable;
import java.util.Collection;

/**
 * How many subjects share the budget: products and components one part of it, places another.
 *
 * @param wholes products, components and what is unmatched, at least 1
 * @param places regions of products and over all of them, at least 1
 */
public record Watched(int wholes, int places) implements Serializable {
  /** So many places of a product are expected before any is seen. */
  private static final int PLACES_OF_A_PRODUCT = 10;

  /** Nobody knows before the first day is over where complaints will come from. */
  static Watched before(Catalogue catalogue) {
    Watched named = of(catalogue.subjectKeys());
    int products = 1 + catalogue.products().size();
    return new Watched(named.wholes, Math.max(named.places, PLACES_OF_A_PRODUCT * products));
  }

  /** Subjects that have nothing to do with each other: all of them wholes. */
  public static Watched alone(int subjects) {
    return new Watched(subjects, 1);
  }

  /** The subjects with these keys. */
  static Watched of(Collection<String> keys) {
    int places = 0;
    for (String key : keys) {
      places += Subject.parse(key).isPlace() ? 1 : 0;
    }
    return new Watched(Math.max(1, keys.size() - places), Math.max(1, places));
  }
}
