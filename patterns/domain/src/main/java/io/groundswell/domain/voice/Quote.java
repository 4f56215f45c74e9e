package io.groundswell.domain.voice;

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
}
