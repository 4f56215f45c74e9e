package io.groundswell.domain.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is found in one post. */
final class Findings {
  private final Names names;
  private @Nullable List<Integer> products;
  private @Nullable List<Integer> components;
  private @Nullable List<String> regions;
  private boolean addressed;

  Findings(Names names) {
    this.names = names;
  }

  void addText(Occurrences found) {
    Exclusions exclusions = new Exclusions(found);
    for (int i = 0; i < found.size(); i++) {
      exclusions.advanceTo(i);
      if (!exclusions.cover(productOfAlias(found.meaning(i)), i)) {
        add(found.meaning(i));
      }
    }
  }

  void addTag(int[] meanings) {
    for (int meaning : meanings) {
      add(meaning);
    }
  }

  void addPlace(Place place) {
    for (String code : place.codes()) {
      regions = with(regions, code);
      for (String around : names.regionsAround(code)) {
        regions = with(regions, around);
      }
    }
  }

  private void add(int meaning) {
    int index = Meaning.index(meaning);
    switch (Meaning.kind(meaning)) {
      case Meaning.PRODUCT_ALIAS, Meaning.PRODUCT_HASHTAG -> products = with(products, index);
      case Meaning.PRODUCT_HANDLE -> {
        products = with(products, index);
        addressed = true;
      }
      case Meaning.COMPONENT_ALIAS, Meaning.COMPONENT_MARK -> components = with(components, index);
      case Meaning.REGION_ALIAS -> regions = with(regions, names.region(index));
      default -> {} // an excluded phrase is itself nothing that the post is about
    }
  }

  /** Position of the product whose exclusions govern the name; -1 for what is not an alias. */
  private int productOfAlias(int meaning) {
    int index = Meaning.index(meaning);
    return switch (Meaning.kind(meaning)) {
      case Meaning.PRODUCT_ALIAS -> index;
      case Meaning.COMPONENT_ALIAS -> names.productOf(index);
      default -> -1;
    };
  }

  Recognition recognition(boolean reply) {
    if (products == null) {
      return new Recognition(List.of(), List.of(), sorted(regions), false);
    }
    List<Integer> named = products;
    List<String> productIds = named.stream().map(names::product).sorted().toList();
    return new Recognition(productIds, componentKeys(named), sorted(regions), addressed || reply);
  }

  /** A component counts only beside its product: "sync" alone may be anybody's. */
  private List<String> componentKeys(List<Integer> named) {
    return components == null
        ? List.of()
        : components.stream()
            .filter(component -> named.contains(names.productOf(component)))
            .map(names::component)
            .sorted()
            .toList();
  }

  private static List<String> sorted(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().sorted().toList();
  }

  private static <T> List<T> with(@Nullable List<T> known, T value) {
    List<T> values = known == null ? new ArrayList<>() : known;
    if (!values.contains(value)) {
      values.add(value);
    }
    return values;
  }
}
