package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which subjects of a catalogue there are, so that a mistyped one is told. */
public final class SubjectNames {
  private static final String EVERYTHING = "*";

  private final Map<String, Set<String>> componentsByProduct = new HashMap<>();
  private final Set<String> regions;

  /** The subjects of a catalogue. */
  public SubjectNames(Catalogue catalogue) {
    componentsByProduct.put(Subject.UNMATCHED, Set.of());
    for (Product product : catalogue.products()) {
      componentsByProduct.put(
          product.id(),
          product.components().stream().map(Component::id).collect(Collectors.toSet()));
    }
    regions = catalogue.regions().stream().map(Region::id).collect(Collectors.toSet());
  }

  /**
   * What is wrong with a key, or null.
   *
   * @param key of a subject, or {@code *} for all of them; any term of a known product will do
   */
  public @Nullable Problem problem(String path, String key) {
    if (key.equals(EVERYTHING)) {
      return null;
    }
    Subject subject = Subject.parse(key);
    String product = subject.product();
    String component = subject.component();
    String region = subject.region();
    if (product == null && (region == null || component != null || subject.term() != null)) {
      return Problem.at(
          path,
          "'" + key + "' is no subject",
          "write it as shop, shop/checkout, shop@IT, @IT or *");
    }
    if (product != null && !componentsByProduct.containsKey(product)) {
      return missing(path, "product", product, componentsByProduct.keySet());
    }
    Set<String> components = componentsByProduct.getOrDefault(product, Set.of());
    if (component != null && !components.contains(component)) {
      return missing(path, "component", component, components);
    }
    if (region == null || Gazetteer.isCountry(region) || Gazetteer.isSubdivision(region)) {
      return null;
    }
    return regions.contains(region) ? null : missing(path, "region", region, regions);
  }

  private static Problem missing(String path, String kind, String name, Set<String> known) {
    String remedy = known.isEmpty() ? "leave it out" : Nearest.hint(name, new TreeSet<>(known));
    return Problem.at(path, "the catalogue has no " + kind + " '" + name + "'", remedy);
  }
}
