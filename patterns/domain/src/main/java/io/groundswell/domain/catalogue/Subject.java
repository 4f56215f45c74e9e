package io.groundswell.domain.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What is watched: a product, or a part of it, or a region over all products. Written as a key:
 * {@code firefox}, {@code firefox/sync}, {@code firefox@IT}, {@code @IT}, {@code firefox~outage},
 * and {@code ?} for complaints that match no product.
 *
 * @param product product id, {@code ?}, or null for a region over all products
 * @param component component id, or null
 * @param region region id, or null
 * @param term symptom, or null
 */
public record Subject(
    @Nullable String product,
    @Nullable String component,
    @Nullable String region,
    @Nullable String term) {

  /** The product id under which complaints about nobody in the catalogue are watched. */
  public static final String UNMATCHED = "?";

  /** A product as a whole, or {@link #UNMATCHED}. */
  public static Subject product(String product) {
    return new Subject(product, null, null, null);
  }

  /** A component of a product. */
  public static Subject component(String product, String component) {
    return new Subject(product, component, null, null);
  }

  /** A product in a region. */
  public static Subject productIn(String product, String region) {
    return new Subject(product, null, region, null);
  }

  /** A region over all products. */
  public static Subject region(String region) {
    return new Subject(null, null, region, null);
  }

  /** Whether it is a region, of a product or over all of them, rather than a product or a part. */
  public boolean isPlace() {
    return region != null;
  }

  /** The inverse of {@link #key()}. Accepts any key; ids are not checked against a catalogue. */
  public static Subject parse(String key) {
    String rest = key;
    String term = null;
    int tilde = rest.indexOf('~');
    if (tilde >= 0) {
      term = rest.substring(tilde + 1);
      rest = rest.substring(0, tilde);
    }
    String region = null;
    int at = rest.indexOf('@');
    if (at >= 0) {
      region = rest.substring(at + 1);
      rest = rest.substring(0, at);
    }
    String component = null;
    int slash = rest.indexOf('/');
    if (slash >= 0) {
      component = rest.substring(slash + 1);
      rest = rest.substring(0, slash);
    }
    return new Subject(rest.isEmpty() ? null : rest, component, region, term);
  }

  /** The subject as people and files write it; equal subjects have equal keys. */
  public String key() {
    StringBuilder key = new StringBuilder(product == null ? "" : product);
    append(key, '/', component);
    append(key, '@', region);
    append(key, '~', term);
    return key.toString();
  }

  private static void append(StringBuilder key, char mark, @Nullable String part) {
    if (part != null) {
      key.append(mark).append(part);
    }
  }
}
