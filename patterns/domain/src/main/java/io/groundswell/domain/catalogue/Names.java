package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of a catalogue laid out for looking up, and what each stands for. */
final class Names implements Serializable {
  private static final int[] NONE = new int[0];

  private final List<String> products = new ArrayList<>();
  private final List<String> components = new ArrayList<>();
  private final List<Integer> componentProducts = new ArrayList<>();
  private final List<String> regions = new ArrayList<>();
  private final Map<String, int[]> tags = new HashMap<>();
  private final Map<String, List<String>> regionsByMember = new HashMap<>();
  private final NameTrie trie;
  private final Hashtags hashtags;

  Names(Catalogue catalogue) {
    NameTrieBuilder builder = new NameTrieBuilder();
    catalogue.products().forEach(product -> add(product, builder));
    catalogue.regions().forEach(region -> add(region, builder));
    hashtags = glued(catalogue.products(), builder);
    Misspellings.of(catalogue).addTo(builder);
    trie = builder.build();
  }

  /** Names as hashtags have them; whole ones are found with all the other names. */
  private static Hashtags glued(List<Product> products, NameTrieBuilder whole) {
    NameTrieBuilder inside = new NameTrieBuilder();
    for (int i = 0; i < products.size(); i++) {
      int meaning = Meaning.of(Meaning.PRODUCT_HASHTAG, i);
      Set<String> names = new TreeSet<>();
      products.get(i).aliases().forEach(x -> names.add(NameTrieBuilder.normal(x)));
      products.get(i).hashtags().forEach(x -> names.add(NameTrieBuilder.normal(x)));
      for (String name : names) {
        String glued = Hashtags.glued(name);
        inside.add(glued, meaning);
        if (name.indexOf(' ') > 0) {
          whole.add(glued.isEmpty() ? "" : '#' + glued, meaning);
        }
      }
    }
    return new Hashtags(inside.build());
  }

  private void add(Product product, NameTrieBuilder builder) {
    int index = products.size();
    products.add(product.id());
    product.aliases().forEach(x -> builder.add(x, Meaning.of(Meaning.PRODUCT_ALIAS, index)));
    product.exclude().forEach(x -> builder.add(x, Meaning.of(Meaning.EXCLUDED, index)));
    int handle = Meaning.of(Meaning.PRODUCT_HANDLE, index);
    product.handles().forEach(x -> builder.add(marked('@', x), handle));
    int hashtag = Meaning.of(Meaning.PRODUCT_HASHTAG, index);
    product.hashtags().forEach(x -> builder.add(marked('#', x), hashtag));
    product.tags().forEach(x -> addTag(x, handle));
    product.components().forEach(component -> add(product, index, component, builder));
  }

  private void add(Product product, int owner, Component component, NameTrieBuilder builder) {
    int index = components.size();
    components.add(Subject.component(product.id(), component.id()).key());
    componentProducts.add(owner);
    component.aliases().forEach(x -> builder.add(x, Meaning.of(Meaning.COMPONENT_ALIAS, index)));
    int mark = Meaning.of(Meaning.COMPONENT_MARK, index);
    component.handles().forEach(x -> builder.add(marked('@', x), mark));
    component.hashtags().forEach(x -> builder.add(marked('#', x), mark));
    component.tags().forEach(x -> addTag(x, mark));
  }

  private void add(Region region, NameTrieBuilder builder) {
    int index = regions.size();
    regions.add(region.id());
    region.aliases().forEach(x -> builder.add(x, Meaning.of(Meaning.REGION_ALIAS, index)));
    for (String member : region.members()) {
      regionsByMember.computeIfAbsent(member, key -> new ArrayList<>()).add(region.id());
    }
  }

  private void addTag(String tag, int meaning) {
    int[] known = tagged(tag);
    int[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = meaning;
    tags.put(folded(tag), more);
  }

  private static String marked(char mark, String name) {
    return name.indexOf(mark) == 0 ? name : mark + name;
  }

  private static String folded(String tag) {
    return Folding.fold(tag).strip();
  }

  NameTrie trie() {
    return trie;
  }

  Hashtags hashtags() {
    return hashtags;
  }

  /** What a post's tag stands for; a product's tag addresses it as a handle does. */
  int[] tagged(String tag) {
    return tags.getOrDefault(folded(tag), NONE);
  }

  String product(int index) {
    return products.get(index);
  }

  String component(int index) {
    return components.get(index);
  }

  /** Position of the product that the component is a part of. */
  int productOf(int component) {
    return componentProducts.get(component);
  }

  String region(int index) {
    return regions.get(index);
  }

  /** Own regions in which a country or subdivision lies. */
  List<String> regionsAround(String member) {
    return regionsByMember.getOrDefault(member, List.of());
  }
}
