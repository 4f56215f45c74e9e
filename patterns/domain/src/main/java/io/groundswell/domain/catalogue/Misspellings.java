package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The common misspellings of a catalogue's aliases, made when it is loaded so that finding them
 * costs nothing more. What could mean something else is left out: another name, a common word, a
 * misspelling of two products.
 */
final class Misspellings {
  private final Set<String> common = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /** What each misspelling means, and which alias of it, by misspelling. */
  private final Map<String, Integer> meanings = new LinkedHashMap<>();

  private final Map<String, String> rightly = new HashMap<>();
  private final TreeMap<String, String> refused = new TreeMap<>();

  private Misspellings() {}

  static Misspellings of(Catalogue catalogue) {
    Misspellings all = new Misspellings();
    if (catalogue.products().isEmpty()) {
      return all;
    }
    all.common.addAll(CommonWords.all());
    catalogue.products().forEach(all::know);
    catalogue.regions().forEach(region -> all.know(region.aliases()));
    int component = 0;
    for (int i = 0; i < catalogue.products().size(); i++) {
      all.expand(catalogue.products().get(i).aliases(), Meaning.of(Meaning.PRODUCT_ALIAS, i));
    }
    for (Product product : catalogue.products()) {
      for (Component part : product.components()) {
        all.expand(part.aliases(), Meaning.of(Meaning.COMPONENT_ALIAS, component++));
      }
    }
    all.common.clear();
    return all;
  }

  private void know(Product product) {
    know(product.aliases());
    know(product.exclude());
    product.components().forEach(component -> know(component.aliases()));
  }

  private void know(List<String> aliases) {
    aliases.forEach(alias -> names.add(NameTrieBuilder.normal(alias)));
  }

  private void expand(List<String> aliases, int meaning) {
    for (String alias : aliases) {
      String normal = NameTrieBuilder.normal(alias);
      for (String variant : new TreeSet<>(new Spellings(normal, common).wrong())) {
        if (!names.contains(variant) && !common.contains(variant)) {
          add(variant, normal, meaning);
        }
      }
    }
  }

  private void add(String variant, String alias, int meaning) {
    Integer known = meanings.putIfAbsent(variant, meaning);
    if (known == null) {
      rightly.put(variant, alias);
    } else if (known != meaning && Meaning.kind(known) == Meaning.kind(meaning)) {
      refused.putIfAbsent(
          variant,
          "'%s' may be meant for '%s' or '%s' and names neither; write it as an alias of one"
              .formatted(variant, rightly.getOrDefault(variant, ""), alias));
    }
  }

  /** Hands out each misspelling with what it means. */
  void addTo(NameTrieBuilder builder) {
    meanings.forEach(
        (variant, meaning) -> {
          if (!refused.containsKey(variant)) {
            builder.addNormal(variant, meaning);
          }
        });
  }

  int size() {
    return meanings.size() - refused.size();
  }

  /** A line for each misspelling that may be meant for two, sorted. */
  List<String> refused() {
    return List.copyOf(refused.values());
  }
}
