package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.route.Routes.Told;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Sees that an urgent notice reaches somebody: where a pager has not taken it in time, refuses it
 * or is known to be down, the fallback is told as well. Chats and mailboxes that fail wake nobody
 * up.
 */
final class Fallbacks {
  /** Longer than a job that starts waits before it tells anything. */
  private static final long RESTART_MILLIS = 25_000;

  private final Map<String, Outbox> outboxes;
  private final Loop loop;
  private final long after;
  private final BiConsumer<Notice, Told> fallBack;

  /**
   * Watches over outboxes.
   *
   * @param after how long a pager may take, milliseconds
   * @param fallBack tells the fallback of a notice, or of what is known of its incident by now
   */
  Fallbacks(
      Map<String, Outbox> outboxes, Loop loop, long after, BiConsumer<Notice, Told> fallBack) {
    this.outboxes = outboxes;
    this.loop = loop;
    this.after = after;
    this.fallBack = fallBack;
  }

  /** Watches a notice that pagers are told of. */
  void watch(Notice notice, Told told, long arrivedAt) {
    if (told.fallback().isEmpty() || notice.over() || notice.mute() != null) {
      return;
    }
    for (String name : told.to()) {
      Outbox outbox = outboxes.get(name);
      if (outbox != null && outbox.pages()) {
        // What waited for us to start again has not been refused by anybody yet.
        long patience = Math.max(arrivedAt + after, loop.now() + Math.min(after, RESTART_MILLIS));
        long due = outbox.isBroken() ? loop.now() : patience;
        loop.at(due, () -> check(outbox, notice, told));
      }
    }
  }

  /** A destination has refused for good: that waits for no time-out. */
  void refused(String destination, Notice notice, Told told) {
    Outbox outbox = outboxes.get(destination);
    if (outbox != null && outbox.pages() && told.to().contains(destination)) {
      check(outbox, notice, told);
    }
  }

  private void check(Outbox outbox, Notice notice, Told told) {
    if (!told.fallback().isEmpty() && notice.mute() == null && !outbox.has(notice)) {
      fallBack.accept(notice, told);
    }
  }
}
