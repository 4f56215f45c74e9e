package io.groundswell.domain.post;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts comparable: compatibility forms are unified (Unicode NFKD), letters lower-cased,
 * accents dropped, curly apostrophes straightened, marks that nobody sees taken out of words
 * (Unicode TR 36, section 2.9: they make words differ that look the same).
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
      int type = Character.getType(c);
      boolean unseen = type == Character.FORMAT && endsInWord(folded);
      if (type != Character.NON_SPACING_MARK && !unseen) {
        folded.append(c == '\u2019' || c == '\u2018' ? '\'' : c);
      }
    }
    // Hangul and other scripts whose letters decompose are put together again.
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Between pictures such marks mean something: they make one picture of several. */
  private static boolean endsInWord(StringBuilder text) {
    return text.length() > 0 && Character.isLetterOrDigit(text.charAt(text.length() - 1));
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
