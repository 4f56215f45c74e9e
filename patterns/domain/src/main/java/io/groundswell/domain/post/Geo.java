package io.groundswell.domain.post;

import org.jspecify.annotations.Nullable;

/**
 * The place of posting, as far as the source tells; nothing in it is checked against anything else.
 *
 * @param country ISO 3166-1 alpha-2, or null
 * @param region ISO 3166-2, or null
 * @param lat degrees north, -90 to 90, or null; never without {@code lon}
 * @param lon degrees east, -180 to 180, or null; never without {@code lat}
 * @param place what the source calls it, in free text, or null
 */
public record Geo(
    @Nullable String country,
    @Nullable String region,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String place) {
  /** No place is given. */
  public static final Geo UNKNOWN = of(null, null);

  /** A place of which only codes are known, or null. */
  public static Geo of(@Nullable String country, @Nullable String region) {
    return new Geo(country, region, null, null, null);
  }
}
