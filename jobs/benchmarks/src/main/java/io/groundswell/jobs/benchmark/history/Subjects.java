package io.groundswell.jobs.benchmark.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The subjects of the year, always the same: of 10,000 there are 400 products, 3,600 components,
 * 5,000 products in a region, 250 regions, 749 symptoms and what names no product. A few have most
 * complaints, as everywhere.
 */
final class Subjects {
  private static final String[] CONSONANTS = {
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u"};
  private static final double PRODUCTS = .04;
  private static final double PAIRS = .5;
  private static final double REGIONS = .025;
  private static final double TERMS = .0749;

  private final SplittableRandom random = new SplittableRandom(2_026);
  private final List<Watched> all = new ArrayList<>();
  private final List<String> products;
  private final List<String> words;

  private Subjects(int count) {
    products = names(share(count, PRODUCTS), 3);
    words = names(Math.max(20, count / 100), 2);
  }

  /** So many subjects, at least 100, sorted as a table of volumes is. */
  static List<Watched> of(int count) {
    Subjects subjects = new Subjects(count);
    subjects.add(count);
    subjects.all.sort(Comparator.comparing(Watched::scope).thenComparing(Watched::key));
    return List.copyOf(subjects.all);
  }

  private static int share(int count, double share) {
    return Math.max(1, (int) Math.round(count * share));
  }

  private void add(int count) {
    List<String> regions = regions(Math.max(25, share(count, REGIONS)));
    products.forEach(one -> put(one, "product", one, null, null, null, 1));
    for (String region : regions) {
      put("@" + region, "region", null, null, region, null, 1.5);
    }
    put("?", "unmatched", "?", null, null, null, 5);
    pairs(share(count, PAIRS), regions);
    for (int i = 0; i < share(count, TERMS); i++) {
      String product = products.get(i % products.size());
      String term = other(words, i);
      put(product + "~" + term, "term", product, null, null, term, .3);
    }
    for (int i = 0; all.size() < count; i++) {
      String product = products.get(i % products.size());
      String component = other(words, i);
      put(product + "/" + component, "component", product, component, null, null, .4);
    }
  }

  /** Goes with the product of the same turn: each time that a product comes by, another. */
  private String other(List<String> names, int turn) {
    int product = turn % products.size();
    return names.get((7 * product + turn / products.size()) % names.size());
  }

  private void pairs(int count, List<String> regions) {
    for (int i = 0; i < count; i++) {
      String product = products.get(i % products.size());
      String region = other(regions, i);
      put(product + "@" + region, "product_region", product, null, region, null, .2);
    }
  }

  private void put(
      String key,
      String scope,
      @Nullable String product,
      @Nullable String component,
      @Nullable String region,
      @Nullable String term,
      double rate) {
    // The rates of one kind differ a hundredfold: exponentially distributed in their logarithm.
    double own = rate * Math.exp(1.2 * (random.nextDouble() + random.nextDouble()) - 1.6);
    all.add(new Watched(key, scope, product, component, region, term, own));
  }

  private List<String> names(int count, int syllables) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < syllables; i++) {
        name.append(CONSONANTS[random.nextInt(CONSONANTS.length)]);
        name.append(VOWELS[random.nextInt(VOWELS.length)]);
      }
      names.add(name.toString());
    }
    return List.copyOf(names);
  }

  /** All countries, then a subdivision of each, and so on. */
  private static List<String> regions(int count) {
    String[] countries = Locale.getISOCountries();
    List<String> regions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int part = i / countries.length;
      String country = countries[i % countries.length];
      regions.add(part == 0 ? country : country + "-" + part);
    }
    return regions;
  }
}
