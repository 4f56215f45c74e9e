package io.groundswell.jobs.notification.destination;

import io.groundswell.jobs.notification.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * One notice on its way to one destination.
 *
 * @param notice what is told
 * @param step what that does there
 * @param reference what the destination called this incident when it was told first ({@link
 *     Answer#reference()}), or null
 * @param now the time of this attempt, epoch milliseconds
 */
public record Delivery(Notice notice, Step step, @Nullable String reference, long now) {
  /** What tells a repeat of the same thing: the same however often it is tried. */
  public String key() {
    return notice.incidentId() + "/" + notice.sequence();
  }
}
