package io.groundswell.feeds.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How far records have arrived without a gap. Partitions confirm in an order of their own: only a
 * cursor before which all is confirmed is one to resume from.
 */
final class Arrived {
  private final Deque<Sent> onTheWay = new ArrayDeque<>();
  private @Nullable String cursor;

  /** A record that was sent. */
  final class Sent {
    private final @Nullable String reached;
    private final @Nullable String resume;
    private boolean confirmed;

    private Sent(@Nullable String reached, @Nullable String resume) {
      this.reached = reached;
      this.resume = resume;
    }

    /** Where to resume if this record has arrived and nothing is known of later ones. */
    @Nullable String resume() {
      return resume;
    }

    /** The broker has it. */
    void confirm() {
      synchronized (Arrived.this) {
        confirmed = true;
        advance();
      }
    }
  }

  /**
   * Nothing on the way.
   *
   * @param cursor what arrived in earlier runs
   */
  Arrived(@Nullable String cursor) {
    this.cursor = cursor;
  }

  /**
   * A record goes out.
   *
   * @param reached the cursor after it
   */
  synchronized Sent send(@Nullable String reached) {
    Sent sent = new Sent(reached, onTheWay.isEmpty() ? reached : cursor);
    onTheWay.add(sent);
    return sent;
  }

  private void advance() {
    for (Sent next = onTheWay.peek(); next != null && next.confirmed; next = onTheWay.peek()) {
      cursor = next.reached;
      onTheWay.remove();
    }
  }
}
