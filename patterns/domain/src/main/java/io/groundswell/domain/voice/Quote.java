package io.groundswell.domain.voice;

import io.groundswell.domain.catalogue.Languages;
import io.groundswell.domain.post.Masking;
import io.groundswell.domain.post.Post;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown of a post: personal data is masked, long texts are cut.
 *
 * @param postId the post's id within its source
 * @param source where it was posted
 * @param url where it can be read and answered, or null
 * @param lang primary language subtag, lower case, as the source gives it or as its words tell;
 *     empty where neither does
 * @param text at most {@value #LONGEST} characters
 */
public record Quote(String postId, String source, @Nullable String url, String lang, String text) {
  /** Longer texts are cut. */
  public static final int LONGEST = 240;

  /** Whom a reply is addressed to says nothing of what is wrong. */
  private static final Pattern ADDRESSEES = Pattern.compile("^(?:@\\[name] )+(?=\\S)");

  private static final String CUT = "\u2026";

  /**
   * What can be shown of a post.
   *
   * @param said its text, masked or not
   */
  public static Quote of(Post post, String said) {
    String masked = Masking.mask(cut(plain(said), 2 * LONGEST));
    String text = ADDRESSEES.matcher(masked).replaceFirst("");
    return new Quote(
        post.id(),
        post.source(),
        post.url(),
        Languages.of(post.lang(), text),
        text.length() > LONGEST ? cut(text, LONGEST - CUT.length()) + CUT : text);
  }

  /** What tells the post from all others. */
  public String key() {
    return source + '/' + postId;
  }

  /** On one line, without what no reader sees. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        gap = plain.length() > 0;
      } else {
        plain.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return plain.toString();
  }

  /** Where a word ends, unless that is far. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.lastIndexOf(' ', most);
    int end = space > most * 3 / 4 ? space : most;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
