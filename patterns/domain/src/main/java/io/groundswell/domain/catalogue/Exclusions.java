package io.groundswell.domain.catalogue;

import java.util.HashMap;
import java.util.Map;

/**
 * The phrases of one text in which a product's aliases mean something else, followed from left to
 * right: of the phrases begun so far only the furthest end matters, so the work is linear even in a
 * hostile text.
 */
final class Exclusions {
  private final Occurrences found;
  private final Map<Integer, Integer> endByProduct = new HashMap<>(0);
  private int begun;

  Exclusions(Occurrences found) {
    this.found = found;
  }

  /** Takes in the phrases that begin where the name does, or before it. */
  void advanceTo(int index) {
    while (begun < found.size() && found.start(begun) <= found.start(index)) {
      int meaning = found.meaning(begun);
      if (Meaning.kind(meaning) == Meaning.EXCLUDED) {
        endByProduct.merge(Meaning.index(meaning), found.end(begun), Math::max);
      }
      begun++;
    }
  }

  /** Whether the name lies inside a phrase that the product excludes. */
  boolean cover(int product, int index) {
    return endByProduct.getOrDefault(product, -1) >= found.end(index);
  }
}
