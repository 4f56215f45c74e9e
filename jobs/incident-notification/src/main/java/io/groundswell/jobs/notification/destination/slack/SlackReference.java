package io.groundswell.jobs.notification.destination.slack;

import org.jspecify.annotations.Nullable;

/**
 * A message, and so a thread.
 *
 * @param channel the channel's id
 * @param ts what Slack calls the message there
 */
record SlackReference(String channel, String ts) {
  private static final char BETWEEN = ':';

  static @Nullable SlackReference parse(@Nullable String reference) {
    int between = reference == null ? -1 : reference.indexOf(BETWEEN);
    return reference == null || between < 1 || between == reference.length() - 1
        ? null
        : new SlackReference(reference.substring(0, between), reference.substring(between + 1));
  }

  @Override
  public String toString() {
    return channel + BETWEEN + ts;
  }
}
