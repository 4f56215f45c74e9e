package io.groundswell.domain.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a post comes from, as far as is known.
 *
 * @param country ISO 3166-1 alpha-2, or null
 * @param subdivision ISO 3166-2, lying in the country, or null
 */
public record Place(@Nullable String country, @Nullable String subdivision) {

  /** Nobody knows: a first-class answer, better than a guess. */
  public static final Place UNKNOWN = new Place(null, null);

  static Place country(String country) {
    return new Place(country, null);
  }

  static Place subdivision(String subdivision) {
    return new Place(subdivision.substring(0, 2), subdivision);
  }

  /** The place with a code of either kind. */
  static Place of(String code) {
    return code.length() == 2 ? country(code) : subdivision(code);
  }

  /** The codes that are known, the country's first. */
  List<String> codes() {
    if (country == null) {
      return List.of();
    }
    return subdivision == null ? List.of(country) : List.of(country, subdivision);
  }

  /** Whether it is known to lie in the country. */
  boolean isIn(@Nullable String code) {
    return country != null && country.equals(code);
  }

  /** Whether the other may lie in it: the same, or in its country where that is all it says. */
  boolean covers(Place other) {
    return equals(other) || (subdivision == null && isIn(other.country()));
  }

  Place withoutSubdivision() {
    return new Place(country, null);
  }

  boolean isKnown() {
    return country != null;
  }
}
