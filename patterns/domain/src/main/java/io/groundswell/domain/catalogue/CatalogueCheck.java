package io.groundswell.domain.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what makes a catalogue ambiguous or impossible. */
final class CatalogueCheck {
  private final Catalogue catalogue;
  private final Set<String> productIds;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> aliasProduct = new HashMap<>();
  private final Map<String, String> aliasPath = new HashMap<>();

  CatalogueCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.productIds =
        catalogue.products().stream().map(Product::id).collect(Collectors.toUnmodifiableSet());
  }

  List<Problem> problems() {
    Map<String, String> products = new HashMap<>();
    for (int i = 0; i < catalogue.products().size(); i++) {
      Product product = catalogue.products().get(i);
      String path = "/products/" + i;
      checkId("product", product.id(), path, products);
      checkComponents(product, path);
      checkDependencies(product, path);
      checkAliases(product, path);
    }
    Map<String, String> regions = new HashMap<>();
    for (int i = 0; i < catalogue.regions().size(); i++) {
      Region region = catalogue.regions().get(i);
      checkId("region", region.id(), "/regions/" + i, regions);
      checkMembers(region, "/regions/" + i);
    }
    return List.copyOf(problems);
  }

  private void checkId(String kind, String id, String path, Map<String, String> seen) {
    String idPath = path + "/id";
    if (!isId(id)) {
      problems.add(
          Problem.at(
              idPath,
              kind + " id '" + id + "' is not made of lower-case letters, digits and hyphens",
              "write it like 'my-" + kind + "'"));
    }
    String first = seen.putIfAbsent(id, idPath);
    if (first != null) {
      String message = kind + " '" + id + "' appears twice";
      problems.add(new Problem(idPath, message, first, "give each " + kind + " its own id"));
    }
  }

  private static boolean isId(String id) {
    return !id.isEmpty()
        && id.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  private void checkComponents(Product product, String path) {
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < product.components().size(); i++) {
      checkId("component", product.components().get(i).id(), path + "/components/" + i, seen);
    }
  }

  private void checkDependencies(Product product, String path) {
    for (int i = 0; i < product.dependsOn().size(); i++) {
      String other = product.dependsOn().get(i);
      String place = path + "/depends_on/" + i;
      if (other.equals(product.id())) {
        String message = "product '" + other + "' depends on itself";
        problems.add(Problem.at(place, message, "remove it from depends_on"));
      } else if (!productIds.contains(other)) {
        String message = "product '" + product.id() + "' depends on unknown '" + other + "'";
        problems.add(Problem.at(place, message, Nearest.hint(other, productIds)));
      }
    }
  }

  private void checkAliases(Product product, String path) {
    for (int i = 0; i < product.aliases().size(); i++) {
      String alias = product.aliases().get(i);
      String place = path + "/aliases/" + i;
      String normal = NameTrieBuilder.normal(alias);
      String owner = aliasProduct.putIfAbsent(normal, product.id());
      if (normal.isEmpty()) {
        problems.add(Problem.at(place, "an alias is empty", "remove it or write a word"));
      } else if (owner != null && !owner.equals(product.id())) {
        String message =
            "alias '" + alias + "' names both '" + owner + "' and '" + product.id() + "'";
        String remedy = "give it to one of them, or make it longer";
        problems.add(new Problem(place, message, aliasPath.get(normal), remedy));
      }
      aliasPath.putIfAbsent(normal, place);
    }
  }

  private void checkMembers(Region region, String path) {
    for (int i = 0; i < region.members().size(); i++) {
      String member = region.members().get(i);
      if (!Gazetteer.isCountry(member) && !Gazetteer.isSubdivision(member)) {
        problems.add(
            Problem.at(
                path + "/members/" + i,
                "region '" + region.id() + "' has unknown member '" + member + "'",
                "use a country code such as GB or a subdivision code such as US-CA"));
      }
    }
  }
}
