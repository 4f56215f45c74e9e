package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Countries;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.catalogue.Subject;
import org.jspecify.annotations.Nullable;

/** What people call products, components and regions. */
public final class Names {
  private final Catalogue catalogue;

  /** Of what a catalogue names. */
  public Names(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The product with an id, or null. */
  public @Nullable Product product(@Nullable String id) {
    return catalogue.products().stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** Of a subject. */
  public String of(Subject subject) {
    StringBuilder name = new StringBuilder(ofProduct(subject.product()));
    if (subject.component() != null) {
      name.append(", ").append(ofComponent(subject.product(), subject.component()));
    }
    if (subject.term() != null) {
      name.append(", \"").append(subject.term()).append('"');
    }
    if (subject.region() != null) {
      name.append(" in ").append(ofRegion(subject.region()));
    }
    return name.toString();
  }

  /** Of a product; of none, and of what no catalogue names, in words. */
  public String ofProduct(@Nullable String id) {
    if (id == null) {
      return "All products";
    }
    if (Subject.UNMATCHED.equals(id)) {
      return "Complaints about no known product";
    }
    Product product = product(id);
    return product == null ? id : product.name();
  }

  /** Of a component of a product. */
  public String ofComponent(@Nullable String product, String id) {
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
  public String ofRegion(String id) {
    for (Region region : catalogue.regions()) {
      if (region.id().equals(id)) {
        return region.name();
      }
    }
    return Countries.name(id);
  }
}
