package io.groundswell.jobs.benchmark.feed;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the benchmark watches. Every name is made up of syllables: 285 products with 9 components
 * each, complained about in 25 countries. That makes 285 products, 2,565 components, 7,125 products
 * in a country and 25 countries: 10,000 subjects.
 */
public final class Invented {
  /** Subjects that the complaints of a long feed belong to. */
  public static final int SUBJECTS = 10_000;

  static final int PARTS = 9;

  static final List<String> COUNTRIES =
      List.of(
          "AT", "AU", "BE", "BR", "CA", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "IE",
          "IT", "JP", "MX", "NL", "NO", "NZ", "PL", "PT", "RO", "SE");

  private static final List<String> HEADS =
      List.of(
          "bra", "kel", "vo", "mi", "tru", "zan", "lo", "fen", "gar", "pi", "sol", "tev", "nar",
          "qui", "dor");
  private static final List<String> TAILS =
      List.of(
          "dex", "lume", "vark", "tora", "nix", "bello", "mond", "ray", "sti", "pano", "vel",
          "kura", "zith", "ona", "gram", "lisk", "tano", "berry", "worth");
  private static final List<String> PART_HEADS = List.of("sync", "pay", "view", "cast", "lock");

  /** Names of products. */
  static final List<String> PRODUCTS = joined(HEADS, TAILS);

  /** Words for components; one word serves 27 products, as "checkout" serves many. */
  private static final List<String> PART_WORDS = joined(PART_HEADS, TAILS);

  private Invented() {}

  private static List<String> joined(List<String> heads, List<String> tails) {
    List<String> words = new ArrayList<>();
    heads.forEach(head -> tails.forEach(tail -> words.add(head + tail)));
    return List.copyOf(words);
  }

  /** How many products there are. */
  public static int products() {
    return PRODUCTS.size();
  }

  /** Position of a product in the catalogue, by its id. */
  public static int position(String product) {
    return PRODUCTS.indexOf(product);
  }

  /** The word by which people call a component. */
  static String part(int product, int part) {
    return PART_WORDS.get((product * PARTS + part) % PART_WORDS.size());
  }

  /** A country's name in English. */
  static String nameOf(String country) {
    return new Locale("", country).getDisplayCountry(Locale.ENGLISH);
  }

  /** The products and their components; countries are built in. */
  public static Catalogue catalogue() {
    List<Product> products = new ArrayList<>();
    for (int product = 0; product < PRODUCTS.size(); product++) {
      List<Component> components = new ArrayList<>();
      for (int part = 0; part < PARTS; part++) {
        String word = part(product, part);
        components.add(Component.of(word, word));
      }
      products.add(
          withComponents(Product.of(PRODUCTS.get(product), PRODUCTS.get(product)), components));
    }
    return Catalogue.of(products, List.of());
  }

  private static Product withComponents(Product product, List<Component> components) {
    return new Product(
        product.id(),
        product.name(),
        product.aliases(),
        List.of("@" + product.id()),
        List.of("#" + product.id()),
        product.tags(),
        product.exclude(),
        product.owner(),
        product.importance(),
        product.runbook(),
        product.dependsOn(),
        components);
  }

  /** Subjects of the first products, with their parts, countries, and what both make. */
  public static int subjects(int products) {
    return products * (1 + PARTS + COUNTRIES.size()) + COUNTRIES.size();
  }

  /**
   * The same as a file, of products and parts what the feed's posts name; countries are built in.
   */
  public static String yaml() {
    return yaml(PRODUCTS.size());
  }

  /** The same of the first products alone. */
  public static String yaml(int count) {
    StringBuilder yaml = new StringBuilder("products:\n");
    for (Product product : catalogue().products().subList(0, count)) {
      yaml.append(
          "  - id: %s%n    name: %s%n    aliases: [%s]%n    handles: [\"@%s\"]%n"
              .formatted(product.id(), product.id(), product.id(), product.id()));
      yaml.append("    components:\n");
      for (Component part : product.components()) {
        yaml.append(
            "      - {id: %s, name: %s, aliases: [%s]}%n"
                .formatted(part.id(), part.id(), part.id()));
      }
    }
    return yaml.toString();
  }
}
