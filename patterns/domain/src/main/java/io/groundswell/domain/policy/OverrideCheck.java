package io.groundswell.domain.policy;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Gazetteer;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.catalogue.SubjectNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds overrides and mutes that name nothing of a catalogue, and so would be passed over in
 * silence.
 */
final class OverrideCheck {
  private final Policy policy;
  private final Map<String, Set<String>> componentsByProduct = new HashMap<>();
  private final Set<String> regions;
  private final SubjectNames subjects;
  private final List<Problem> problems = new ArrayList<>();

  OverrideCheck(Policy policy, Catalogue catalogue) {
    this.policy = policy;
    this.subjects = new SubjectNames(catalogue);
    componentsByProduct.put(Subject.UNMATCHED, Set.of());
    for (Product product : catalogue.products()) {
      componentsByProduct.put(product.id(), ids(product));
    }
    regions = catalogue.regions().stream().map(Region::id).collect(Collectors.toSet());
  }

  private static Set<String> ids(Product product) {
    return product.components().stream().map(Component::id).collect(Collectors.toSet());
  }

  List<Problem> problems() {
    for (int i = 0; i < policy.overrides().size(); i++) {
      SubjectOverride override = policy.overrides().get(i);
      String path = "/overrides/" + i;
      check(path + "/product", "product", override.product(), componentsByProduct.keySet());
      Set<String> components = componentsByProduct.getOrDefault(override.product(), Set.of());
      check(path + "/component", "component", override.component(), components);
      String region = override.region();
      if (region != null && !Gazetteer.isCountry(region) && !Gazetteer.isSubdivision(region)) {
        check(path + "/region", "region", region, regions);
      }
    }
    for (int i = 0; i < policy.mutes().size(); i++) {
      Problem problem =
          subjects.problem("/mutes/" + i + "/subject", policy.mutes().get(i).subject());
      if (problem != null) {
        problems.add(problem);
      }
    }
    return List.copyOf(problems);
  }

  private void check(String path, String kind, @Nullable String name, Collection<String> known) {
    if (name != null && !known.contains(name)) {
      String message = "the catalogue has no " + kind + " '" + name + "'";
      String remedy = known.isEmpty() ? "remove it" : Nearest.hint(name, known);
      problems.add(Problem.at(path, message, remedy));
    }
  }
}
