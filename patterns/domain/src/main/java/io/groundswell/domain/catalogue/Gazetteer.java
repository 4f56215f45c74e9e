package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Post;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The built-in regions: countries (ISO 3166-1) and their first-level subdivisions (ISO 3166-2). The
 * place of posting is trusted before the author's own words; where both are silent or ambiguous,
 * the place stays unknown.
 */
public final class Gazetteer {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Gazetteer() {}

  /** Where the post comes from. */
  public static Place place(Post post) {
    Place posted = posted(post.geo().country(), post.geo().region());
    if (posted.isKnown()) {
      return posted;
    }
    String location = post.author().location();
    return location == null ? Place.UNKNOWN : AuthorLocation.place(location);
  }

  /** The country or subdivision that a code names; unknown where it names none. */
  static Place place(String code) {
    return posted(code, code);
  }

  /** Whether this is a country's code, in upper case. */
  public static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  /** Whether this is a code of the form {@code CC-XXX} inside a country, in upper case. */
  public static boolean isSubdivision(String code) {
    return code.length() >= 4
        && code.length() <= 6
        && code.charAt(2) == '-'
        && isCountry(code.substring(0, 2))
        && code.chars().skip(3).allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  /** A subdivision of another country than the one given is a contradiction: the country stays. */
  private static Place posted(@Nullable String givenCountry, @Nullable String givenRegion) {
    String country = upper(givenCountry);
    String region = upper(givenRegion);
    boolean subdivided = isSubdivision(region);
    if (!isCountry(country)) {
      return subdivided ? Place.subdivision(region) : Place.UNKNOWN;
    }
    return subdivided && region.startsWith(country)
        ? Place.subdivision(region)
        : Place.country(country);
  }

  private static String upper(@Nullable String code) {
    return code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
  }
}
