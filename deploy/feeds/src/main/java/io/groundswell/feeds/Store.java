package io.groundswell.feeds;

import org.jspecify.annotations.Nullable;

/** Where records go, and what is known of those that arrived. */
public interface Store {
  /**
   * A cursor before which every record has arrived, in this run or an earlier one; null at first.
   */
  @Nullable String cursor() throws InterruptedException;

  /** Sends a record; waits while too many are on their way. */
  void send(Item item) throws InterruptedException;
}
