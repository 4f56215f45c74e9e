package io.groundswell.domain.policy;

import io.groundswell.domain.catalogue.Subject;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the user decides differently for one product, or a part of it.
 *
 * @param product product id, or {@code ?}
 * @param component component id, or null for the product with all its components
 * @param region region id, or null for everywhere
 * @param minAuthors fewer distinct authors open no incident, 1 to 1,000; null keeps the general one
 */
public record SubjectOverride(
    String product,
    @Nullable String component,
    @Nullable String region,
    @Nullable Integer minAuthors)
    implements Serializable {

  boolean covers(Subject subject) {
    return product.equals(subject.product())
        && (component == null || component.equals(subject.component()))
        && (region == null || region.equals(subject.region()));
  }

  int specificity() {
    return (component == null ? 0 : 1) + (region == null ? 0 : 1);
  }
}
