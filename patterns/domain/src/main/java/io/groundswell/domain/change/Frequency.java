package io.groundswell.domain.change;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often changes of one sort are made to a product. Flat, since it is operator state.
 *
 * @param kind what they are
 * @param component what they change, or null for the whole product
 * @param regions where they are made; empty where everywhere
 * @param count how many, each counting half after {@value Tempo#HALF_LIFE_DAYS} days, as of the
 *     last of all
 */
public record Frequency(
    String kind, @Nullable String component, List<String> regions, double count) {

  /** Copies the list. */
  public Frequency {
    regions = List.copyOf(Objects.requireNonNullElse(regions, List.of()));
  }

  boolean isOf(Change change) {
    return kind.equals(change.kind())
        && Objects.equals(component, change.component())
        && regions.equals(change.regions());
  }

  Frequency times(double factor) {
    return new Frequency(kind, component, regions, factor * count);
  }

  Frequency plusOne() {
    return new Frequency(kind, component, regions, count + 1);
  }
}
