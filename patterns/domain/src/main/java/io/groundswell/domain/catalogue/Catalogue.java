package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Hash64;
import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that is watched by name.
 *
 * @param products in the order in which they were written
 * @param regions own regions, beside the built-in ones
 * @param version content hash: equal content, equal version, whatever its layout and comments
 */
public record Catalogue(List<Product> products, List<Region> regions, String version)
    implements Serializable {

  /** Copies the lists. */
  public Catalogue {
    products = List.copyOf(products);
    regions = List.copyOf(regions);
  }

  /** A catalogue whose version is the hash of what it holds. */
  public static Catalogue of(List<Product> products, List<Region> regions) {
    long hash = Hash64.of(products.toString(), regions.toString());
    return new Catalogue(products, regions, String.format("%016x", hash));
  }

  /** No products: every complaint belongs to {@link Subject#UNMATCHED}. */
  public static Catalogue none() {
    return of(List.of(), List.of());
  }

  /** Keys of the subjects that are watched before any post is seen, sorted. */
  public List<String> subjectKeys() {
    TreeSet<String> keys = new TreeSet<>();
    keys.add(Subject.UNMATCHED);
    for (Region region : regions) {
      keys.add(Subject.region(region.id()).key());
    }
    for (Product product : products) {
      addKeys(product, keys);
    }
    return List.copyOf(keys);
  }

  private void addKeys(Product product, TreeSet<String> keys) {
    keys.add(Subject.product(product.id()).key());
    for (Component component : product.components()) {
      keys.add(Subject.component(product.id(), component.id()).key());
    }
    for (Region region : regions) {
      keys.add(Subject.productIn(product.id(), region.id()).key());
    }
  }

  /** The accounts of the company's own, as they are written. */
  public List<String> handles() {
    return products.stream()
        .flatMap(
            product ->
                Stream.concat(
                    product.handles().stream(),
                    product.components().stream().flatMap(part -> part.handles().stream())))
        .toList();
  }

  /** What is wrong with it, in the order in which it is written; empty for a sound catalogue. */
  public List<Problem> problems() {
    return new CatalogueCheck(this).problems();
  }

  /** What is not wrong but good to know: misspellings that two products share, a line for each. */
  public List<String> notes() {
    return Misspellings.of(this).refused();
  }
}
