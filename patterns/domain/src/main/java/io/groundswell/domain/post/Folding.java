package io.groundswell.domain.post;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts comparable: compatibility forms are unified (Unicode NFKD), letters lower-cased,
 * accents dropped, curly apostrophes straightened.
 */
public final class Folding {
  private Folding() {}

  /** The folded text; never longer in meaning, possibly shorter in characters. */
  public static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(c == '\u2019' || c == '\u2018' ? '\'' : c);
      }
    }
    // Hangul and other scripts whose letters decompose are put together again.
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
