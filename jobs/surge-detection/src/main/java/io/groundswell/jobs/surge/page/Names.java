package io.groundswell.jobs.surge.page;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Gazetteer;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.catalogue.Subject;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people call the parts of a catalogue.
 *
 * @param catalogue that has them
 */
record Names(Catalogue catalogue) implements Serializable {

  /**
   * The subject's product and part; its place is said elsewhere. Empty for nothing in particular.
   */
  String subject(Subject subject) {
    String id = subject.product();
    if (id == null) {
      return subject.region() == null ? "" : "All products";
    }
    Product product = product(id);
    String name = product == null ? id : product.name();
    name = Subject.UNMATCHED.equals(id) ? "No known product" : name;
    name += subject.component() == null ? "" : ", " + part(id, subject.component());
    return subject.term() == null ? name : name + ", “" + subject.term() + "”";
  }

  /** A component of a product, else a product or a region; the id where it has no name. */
  String part(@Nullable String productId, String id) {
    Product product = product(productId);
    for (Component component : product == null ? List.<Component>of() : product.components()) {
      if (component.id().equals(id)) {
        return component.name();
      }
    }
    Product other = product(id);
    return other == null ? region(id) : other.name();
  }

  /** A country, a subdivision or a region of the catalogue's. */
  String region(String id) {
    if (Gazetteer.isCountry(id)) {
      return new Locale.Builder().setRegion(id).build().getDisplayCountry(Locale.ENGLISH);
    }
    for (Region region : catalogue.regions()) {
      if (region.id().equals(id)) {
        return region.name();
      }
    }
    return id;
  }

  private @Nullable Product product(@Nullable String id) {
    for (Product product : catalogue.products()) {
      if (product.id().equals(id)) {
        return product;
      }
    }
    return null;
  }
}
