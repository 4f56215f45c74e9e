package io.groundswell.domain.briefing;

import java.util.List;

/**
 * Words to publish once a person has read them; nothing publishes them by itself.
 *
 * @param statusTitle headline for the status page
 * @param statusBody what we know, what we don't, and when we tell more
 * @param nextUpdateBy when that is, epoch milliseconds
 * @param replies an answer to people, in each language in which many of them write
 */
public record Drafts(
    String statusTitle, String statusBody, long nextUpdateBy, List<Reply> replies) {

  /**
   * An answer in one language.
   *
   * @param lang primary language subtag
   * @param text where the status page can be read
   * @param announcement the whole news, where the status page itself is down
   */
  public record Reply(String lang, String text, String announcement) {}
}
