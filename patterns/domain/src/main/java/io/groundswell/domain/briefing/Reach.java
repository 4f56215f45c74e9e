package io.groundswell.domain.briefing;

import java.util.List;

/**
 * Where an incident is, and where it is not.
 *
 * @param everywhere it is found wherever the product's people usually are, as far as can be told
 * @param parts each region, component and product that is elevated, in the order in which they were
 *     reached
 * @param unaffected ids of regions, components and products that would show it if they had it, and
 *     do not; those of components and products of which nothing is heard as well
 * @param spared what people call those of {@code unaffected} that would show it
 */
public record Reach(
    boolean everywhere, List<Part> parts, List<String> unaffected, List<String> spared) {
  /** Nothing is known. */
  public static final Reach NONE = new Reach(false, List.of(), List.of(), List.of());

  /** What a part is. */
  public enum Kind {
    /** A country, a subdivision or a region of the catalogue's. */
    REGION,
    /** A component of the product. */
    COMPONENT,
    /** A product. */
    PRODUCT
  }

  /**
   * A part that is reached.
   *
   * @param kind what it is
   * @param id its id
   * @param name for people
   * @param since when it was reached, epoch milliseconds
   * @param observed authors with a complaint since then
   * @param expected their baseline
   * @param share of the incident's authors, 0 to 1
   * @param confidence that this is no chance: 1 less the chance of so many if all were as usual
   */
  public record Part(
      Kind kind,
      String id,
      String name,
      long since,
      long observed,
      double expected,
      double share,
      double confidence) {}
}
