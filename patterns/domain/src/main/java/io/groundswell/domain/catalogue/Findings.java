package io.groundswell.domain.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is found in one post. */
final class Findings {
  private final Names names;
  private @Nullable List<Integer> products;

  /** Of the products, those that are named where they do not just stand by. */
  private @Nullable List<Integer> meant;

  private @Nullable List<Integer> addressed;
  private @Nullable List<Integer> components;
  private @Nullable List<String> regions;

  Findings(Names names) {
    this.names = names;
  }

  /** Takes in what is named in a folded text. */
  void addText(String text, Occurrences found) {
    if (found.size() == 0) {
      return;
    }
    Exclusions exclusions = new Exclusions(found);
    Bystanders bystanders = severalProducts(found) ? new Bystanders(text) : null;
    for (int i = 0; i < found.size(); i++) {
      exclusions.advanceTo(i);
      int meaning = found.meaning(i);
      if (!exclusions.cover(productOfAlias(meaning), i)) {
        add(meaning);
        if (Meaning.isProduct(meaning) && !standsBy(bystanders, found, i)) {
          meant = with(meant, Meaning.index(meaning));
        }
      }
    }
  }

  /** Somebody stands by only where another one is named, in the text or by the source. */
  private boolean severalProducts(Occurrences found) {
    return products != null || found.severalProducts();
  }

  private static boolean standsBy(@Nullable Bystanders bystanders, Occurrences found, int index) {
    return bystanders != null
        && !found.overlaps(index)
        && bystanders.at(found.start(index), found.end(index));
  }

  /** Takes in what a label of the source stands for. */
  void addTag(int[] meanings) {
    for (int meaning : meanings) {
      addGlued(meaning);
    }
  }

  /** Takes in what is named where no words around it say otherwise. */
  void addGlued(int meaning) {
    add(meaning);
    if (Meaning.isProduct(meaning)) {
      meant = with(meant, Meaning.index(meaning));
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
        addressed = with(addressed, index);
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
    List<Integer> about = meant == null ? products : meant;
    List<String> productIds = about.stream().map(names::product).sorted().toList();
    boolean directed = reply || (addressed != null && addressed.stream().anyMatch(about::contains));
    return new Recognition(productIds, componentKeys(about), sorted(regions), directed);
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
