package io.groundswell.domain.catalogue;

/**
 * What a name stands for, packed into one number: its kind, and the position of the product,
 * component or region in the {@link Recogniser}'s lists.
 */
final class Meaning {
  static final int PRODUCT_ALIAS = 0;
  static final int PRODUCT_HANDLE = 1;
  static final int PRODUCT_HASHTAG = 2;
  static final int COMPONENT_ALIAS = 3;
  static final int COMPONENT_MARK = 4;
  static final int REGION_ALIAS = 5;

  /** A phrase in which the product's aliases, and its components', mean something else. */
  static final int EXCLUDED = 6;

  private static final int KIND_BITS = 3;

  private Meaning() {}

  static int of(int kind, int index) {
    return index << KIND_BITS | kind;
  }

  static int kind(int meaning) {
    return meaning & ((1 << KIND_BITS) - 1);
  }

  static int index(int meaning) {
    return meaning >>> KIND_BITS;
  }

  static boolean isProduct(int meaning) {
    return kind(meaning) <= PRODUCT_HASHTAG;
  }
}
