package io.groundswell.domain.proposal;

import java.util.List;

/**
 * A catalogue as complaints suggest it, to be read and corrected by a person.
 *
 * @param products those that most people complain about first
 * @param others what was spoken of as often, and was taken for no product
 * @param complaints how many complaints it was read off
 * @param people how many people wrote them
 * @param least fewer people than this make no product
 */
public record Proposal(
    List<Suggested> products, List<Counted> others, long complaints, long people, long least) {

  /** Copies the lists. */
  public Proposal {
    products = List.copyOf(products);
    others = List.copyOf(others);
  }

  /**
   * A name and how many people spoke of it.
   *
   * @param name with its mark, where it has one
   * @param people how many
   */
  public record Counted(String name, long people) {}

  /**
   * A part of a product.
   *
   * @param id lower case
   * @param name for people
   * @param tags labels of the source
   * @param people how many spoke of it
   */
  public record Part(String id, String name, List<String> tags, long people) {}

  /**
   * A product.
   *
   * @param id lower case
   * @param name for people
   * @param aliases words that name it
   * @param handles accounts
   * @param hashtags with their mark
   * @param tags labels of the source
   * @param parts labels that come with the product's own
   * @param phrases what complaints about it speak of: parts, perhaps
   * @param people how many complained about it
   */
  public record Suggested(
      String id,
      String name,
      List<String> aliases,
      List<String> handles,
      List<String> hashtags,
      List<String> tags,
      List<Part> parts,
      List<Counted> phrases,
      long people) {}
}
