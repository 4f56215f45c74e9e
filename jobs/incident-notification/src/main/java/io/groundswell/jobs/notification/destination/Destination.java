package io.groundswell.jobs.notification.destination;

import io.groundswell.jobs.notification.notice.Notice;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where notices go: a pager, a chat, a mailbox. Keeps nothing between deliveries but connections;
 * what it has to know of an incident comes with the delivery. Safe for use by several threads.
 */
public interface Destination extends AutoCloseable {
  /** How it wants to be used. */
  Manner manner();

  /** Whether a notice is anything to this destination; what is not counts as delivered. */
  default boolean takes(Notice notice) {
    return true;
  }

  /**
   * What {@link #deliver} would send, verbatim, secrets masked: request line, headers and body, or
   * a mail's headers and text.
   */
  String preview(Delivery delivery);

  /**
   * What it might call an incident once it was told, so that later deliveries can be shown without
   * any; null where it calls them nothing.
   */
  default @Nullable String pretended(Delivery first) {
    return null;
  }

  /**
   * Sends without blocking. The stage always completes normally, within the destination's time-out:
   * what goes wrong on the way is an {@link Answer} too.
   */
  CompletionStage<Answer> deliver(Delivery delivery);

  @Override
  default void close() {}
}
