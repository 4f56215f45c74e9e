package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which product, and which part of it, a service or a repository belongs to: {@code firefox},
 * {@code firefox/sync}, {@code ghcr.io/mozilla/firefox-sync}. An id counts first, then a tag, then
 * names as whole words of which the longest wins; what may be two products is none. Built once;
 * immutable and safe to share between threads.
 */
public final class ServiceNames implements Serializable {
  /** What stands between the words of a service's name. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-_./:@#]+");

  /** A phrase of {@link Product#exclude()} names nobody. */
  private static final String NOBODY = "";

  private static final int MOST_WORDS = 64;

  private final Map<String, String> products = new HashMap<>();
  private final Map<String, Map<String, String>> components = new HashMap<>();
  private final Map<String, Subject> tags = new HashMap<>();
  private final Phrases productPhrases = new Phrases();
  private final Map<String, Phrases> componentPhrases = new HashMap<>();

  /** Reads the names of a catalogue that has no {@link Catalogue#problems()}. */
  public ServiceNames(Catalogue catalogue) {
    catalogue.products().forEach(this::add);
  }

  private void add(Product product) {
    String id = product.id();
    products.put(folded(id), id);
    product.tags().forEach(tag -> tags.put(folded(tag), Subject.product(id)));
    productPhrases.add(id, id);
    product.aliases().forEach(alias -> productPhrases.add(alias, id));
    product.exclude().forEach(phrase -> productPhrases.add(phrase, NOBODY));
    Map<String, String> parts = new HashMap<>();
    Phrases phrases = new Phrases();
    for (Component component : product.components()) {
      parts.put(folded(component.id()), component.id());
      component
          .tags()
          .forEach(tag -> tags.putIfAbsent(folded(tag), Subject.component(id, component.id())));
      phrases.add(component.id(), component.id());
      component.aliases().forEach(alias -> phrases.add(alias, component.id()));
    }
    components.put(id, parts);
    componentPhrases.put(id, phrases);
  }

  /**
   * The product, or the part of it, that is meant; null where none is, or may be several.
   *
   * @param service name of a service or a repository, or a product's id
   * @param part what the sender calls the part, or null; one that nobody knows is left out
   */
  public @Nullable Subject find(String service, @Nullable String part) {
    Subject named = named(service);
    String product = named == null ? null : named.product();
    if (named == null || product == null) {
      return null;
    }
    if (part != null) {
      String component = component(product, part);
      return component == null ? Subject.product(product) : Subject.component(product, component);
    }
    if (named.component() != null) {
      return named;
    }
    String component = phrases(product).longestIn(words(service));
    return component == null ? named : Subject.component(product, component);
  }

  private @Nullable Subject named(String service) {
    String name = folded(service);
    String product = products.get(name);
    if (product != null) {
      return Subject.product(product);
    }
    int slash = name.indexOf('/');
    String before = slash < 0 ? null : products.get(name.substring(0, slash));
    if (before != null) {
      String component = component(before, name.substring(slash + 1));
      return component == null ? Subject.product(before) : Subject.component(before, component);
    }
    Subject tagged = tags.get(name);
    if (tagged != null) {
      return tagged;
    }
    String found = productPhrases.longestIn(words(service));
    return found == null ? null : Subject.product(found);
  }

  private @Nullable String component(String product, String part) {
    String exactly = components.getOrDefault(product, Map.of()).get(folded(part));
    return exactly == null ? phrases(product).longestIn(words(part)) : exactly;
  }

  private Phrases phrases(String product) {
    return componentPhrases.getOrDefault(product, new Phrases());
  }

  private static String folded(String name) {
    return Folding.fold(name).strip();
  }

  private static List<String> words(String name) {
    return Arrays.stream(BETWEEN.split(Folding.fold(name), MOST_WORDS))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Phrases and whose names they are. */
  private static final class Phrases implements Serializable {
    private final Map<List<String>, Set<String>> owners = new HashMap<>();
    private int longest;

    void add(String phrase, String owner) {
      List<String> words = List.copyOf(words(phrase));
      if (!words.isEmpty()) {
        owners.computeIfAbsent(words, key -> new TreeSet<>()).add(owner);
        longest = Math.max(longest, words.size());
      }
    }

    /** The owner of the longest phrase among the words; null where none is there, or several. */
    @Nullable String longestIn(List<String> words) {
      for (int length = Math.min(longest, words.size()); length > 0; length--) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i + length <= words.size(); i++) {
          found.addAll(owners.getOrDefault(words.subList(i, i + length), Set.of()));
        }
        if (!found.isEmpty()) {
          String owner = found.iterator().next();
          return found.size() > 1 || owner.equals(NOBODY) ? null : owner;
        }
      }
      return null;
    }
  }
}
