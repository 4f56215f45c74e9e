package io.groundswell.domain.catalogue;

import java.util.List;
import java.util.TreeSet;

/**
 * What a post is about. All lists are sorted and free of duplicates.
 *
 * @param products product ids
 * @param components component keys: {@code firefox/sync}
 * @param regions countries, subdivisions and own regions; empty where unknown
 * @param directed the post addresses a product: by a tag, by a handle, or as a reply naming it
 */
public record Recognition(
    List<String> products, List<String> components, List<String> regions, boolean directed) {

  private static final List<String> ONLY_UNMATCHED = List.of(Subject.UNMATCHED);

  /** The same, and in these regions too. */
  public Recognition with(List<String> others) {
    TreeSet<String> all = new TreeSet<>(regions);
    all.addAll(others);
    return new Recognition(products, components, List.copyOf(all), directed);
  }

  /** Keys of every subject that a complaint so recognised belongs to, sorted. */
  public List<String> subjectKeys() {
    if (products.isEmpty()) {
      return ONLY_UNMATCHED;
    }
    TreeSet<String> keys = new TreeSet<>(products);
    keys.addAll(components);
    for (String region : regions) {
      keys.add(Subject.region(region).key());
      for (String product : products) {
        keys.add(Subject.productIn(product, region).key());
      }
    }
    return List.copyOf(keys);
  }
}
