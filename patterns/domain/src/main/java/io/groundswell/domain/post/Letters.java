package io.groundswell.domain.post;

/** What every reader of folded texts has to know about single characters. */
public final class Letters {
  private Letters() {}

  /** Whether words of its script are written without spaces between them. */
  public static boolean isSpaceless(char c) {
    return c >= '\u0e00' && (c <= '\u0eff' || (c >= '\u3040' && c <= '\u9fff'));
  }

  /** Letters that Unicode does not decompose but that people type as plain ones. */
  public static char plain(char c) {
    return switch (c) {
      case 'ı' -> 'i';
      case 'ł' -> 'l';
      case 'ø' -> 'o';
      case 'đ' -> 'd';
      case 'ß' -> 's';
      default -> c;
    };
  }

  /**
   * Whether it belongs to a word: a letter, a digit, or a mark that some scripts write after it.
   */
  public static boolean isOfWord(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
