package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The built-in regions: countries (ISO 3166-1) and their first-level subdivisions (ISO 3166-2).
 * Trusted in this order: coordinates, the platform's codes, what the platform calls the place, what
 * the author's profile says; where all are silent or ambiguous, the place stays unknown.
 */
public final class Gazetteer {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Gazetteer() {}

  /** Where the post comes from: by the first of these that is known. */
  public static Place place(Post post) {
    Geo geo = post.geo();
    Place posted = posted(geo.country(), geo.region());
    Place point = point(geo);
    if (point.isKnown()) {
      return posted.subdivision() != null && posted.isIn(point.country()) ? posted : point;
    }
    if (posted.subdivision() != null) {
      return posted;
    }
    Place named = written(geo.place());
    if (posted.isKnown()) {
      return named.isIn(posted.country()) ? named : posted;
    }
    return named.isKnown() ? named : written(post.author().location());
  }

  private static Place point(Geo geo) {
    Double lat = geo.lat();
    Double lon = geo.lon();
    return lat == null || lon == null ? Place.UNKNOWN : Points.place(lat, lon);
  }

  private static Place written(@Nullable String text) {
    return text == null ? Place.UNKNOWN : FreeText.place(text);
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
