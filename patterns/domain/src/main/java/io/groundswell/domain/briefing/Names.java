package io.groundswell.domain.briefing;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.CountryList;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.catalogue.Subject;
import org.jspecify.annotations.Nullable;

/** What people call products, components and regions. */
final class Names {
  private final Catalogue catalogue;

  Names(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Nullable Product product(@Nullable String id) {
    return catalogue.products().stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** Of a product; of none, and of what no catalogue names, in words. */
  String ofProduct(@Nullable String id) {
    if (id == null) {
      return "All products";
    }
    if (Subject.UNMATCHED.equals(id)) {
      return "Complaints about no known product";
    }
    Product product = product(id);
    return product == null ? id : product.name();
  }

  String ofComponent(@Nullable String product, String id) {
    Product known = product(product);
    if (known != null) {
      for (Component component : known.components()) {
        if (component.id().equals(id)) {
          return component.name();
        }
      }
    }
    return id;
  }

  /** Of a region of the catalogue, a country, or a subdivision by its code. */
  String ofRegion(String id) {
    for (Region region : catalogue.regions()) {
      if (region.id().equals(id)) {
        return region.name();
      }
    }
    return CountryList.name(id);
  }
}
