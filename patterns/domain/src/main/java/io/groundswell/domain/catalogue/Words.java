package io.groundswell.domain.catalogue;

/** Where a word begins and ends in folded text, in scripts with and without spaces. */
final class Words {
  private static final boolean[] ASCII = ascii();

  private Words() {}

  /** Letters, digits and underscores of scripts that put spaces between words. */
  static boolean joins(char c) {
    return c < 128
        ? ASCII[c]
        : (Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK)
            && !standsAlone(c);
  }

  /**
   * Characters of scripts that glue words (Thai, Lao, Tibetan, Burmese, Khmer, Chinese, Japanese)
   * or glue particles to them (Korean): each may begin and end a name.
   */
  static boolean standsAlone(char c) {
    return (c >= 0x0E00 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF);
  }

  /** Spaces, line ends and hyphens: all alike between the words of a phrase. */
  static boolean separates(char c) {
    return c == ' ' || c == '-' || c == '\u2010' || Character.isWhitespace(c);
  }

  private static boolean[] ascii() {
    boolean[] joins = new boolean[128];
    for (char c = 0; c < 128; c++) {
      joins[c] = Character.isLetterOrDigit(c) || c == '_';
    }
    return joins;
  }
}
