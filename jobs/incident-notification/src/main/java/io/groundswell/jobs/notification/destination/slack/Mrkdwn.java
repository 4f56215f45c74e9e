package io.groundswell.jobs.notification.destination.slack;

import io.groundswell.jobs.notification.destination.Wording;
import org.jspecify.annotations.Nullable;

/** Slack's markup: of it, texts of strangers hold none that does anything. */
final class Mrkdwn {
  private Mrkdwn() {}

  /** As Slack documents it: these three, and nothing else, are control characters. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * A link, or null where the address is none to follow. Such an address holds no bracket or bar.
   */
  static @Nullable String link(@Nullable String address, String text) {
    String link = Wording.link(address);
    return link == null ? null : "<" + escaped(link) + "|" + text + ">";
  }
}
