package io.groundswell.domain.change;

import io.groundswell.domain.catalogue.Gazetteer;
import io.groundswell.domain.catalogue.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change to a product of the catalogue. Flat, since it is operator state.
 *
 * @param id the sender's
 * @param at when it was made, epoch milliseconds
 * @param closed the last moment whose bucket had closed when it became known, epoch milliseconds;
 *     {@link Long#MIN_VALUE} for files, in which nothing is late
 * @param kind {@code deploy}, {@code config}, {@code flag}, {@code rollback}, or the sender's word
 * @param product product id
 * @param component component id, or null where it is about the whole product
 * @param regions ids of all regions that have a part in where it was made: what was named, what
 *     that contains and what contains that; of a country that was changed as a whole no
 *     subdivision; empty where everywhere
 * @param summary one line for people
 * @param link to what was changed, or null
 */
public record Change(
    String id,
    long at,
    long closed,
    String kind,
    String product,
    @Nullable String component,
    List<String> regions,
    String summary,
    @Nullable String link) {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  /** The order in which changes are made. */
  public static final Comparator<Change> IN_ORDER =
      Comparator.comparingLong(Change::at).thenComparing(Change::id);

  /** Copies the list. */
  public Change {
    regions = List.copyOf(Objects.requireNonNullElse(regions, List.of()));
  }

  /**
   * Whether it was made in a region, or in a part of it. A country whose subdivisions are listed
   * was not changed as a whole.
   */
  public boolean isIn(String region) {
    return covers(regions, region);
  }

  static boolean covers(List<String> regions, String region) {
    if (regions.isEmpty() || regions.contains(region)) {
      return true;
    }
    return Gazetteer.isSubdivision(region)
        && regions.contains(region.substring(0, 2))
        && regions.stream().noneMatch(one -> isPart(one, region.substring(0, 2)));
  }

  /** Whether a region is a country or a part of one, by its code, and none of the catalogue's. */
  public static boolean isCode(String region) {
    return CODE.matcher(region).matches();
  }

  private static boolean isPart(String region, String country) {
    return Gazetteer.isSubdivision(region) && region.startsWith(country);
  }

  /** Whether complaints about a subject may come from it, by its names alone. */
  public boolean concerns(Subject subject) {
    String other = subject.component();
    String region = subject.region();
    return product.equals(subject.product())
        && (component == null || other == null || component.equals(other))
        && (region == null || isIn(region));
  }
}
