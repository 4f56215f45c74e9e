package io.groundswell.feeds;

import io.groundswell.feeds.web.Refused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A network whose posts are public. */
public interface Network {
  /**
   * Connects and hands over what comes after a cursor, and a little from before where that makes
   * the joint tight, until the connection breaks.
   *
   * @param cursor what is known to be handed over; null at the very first start
   * @throws IOException always in the end, with the reason
   */
  void read(@Nullable String cursor, Records to) throws IOException, InterruptedException;

  /** Whether a refusal stands however often one asks. */
  default boolean isFinal(Refused refusal) {
    return refusal.isOfThisRequest();
  }
}
