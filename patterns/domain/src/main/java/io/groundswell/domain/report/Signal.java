package io.groundswell.domain.report;

import java.util.Comparator;
import java.util.List;

/**
 * What is no complaint and yet tells something of an incident. Flat, since it is operator state.
 *
 * @param kind what it tells
 * @param at event time, epoch milliseconds
 * @param closed the last moment whose bucket had closed when it arrived; see {@link
 *     io.groundswell.domain.volume.ArrivalRule}
 * @param identity 64-bit hash of source and id of the post that it is about
 * @param voice who speaks; 0 where nobody does
 * @param subjects keys of what it is about; empty where that is the post's
 */
public record Signal(
    Kind kind, long at, long closed, long identity, long voice, List<String> subjects) {
  /** One order, whichever came first. */
  public static final Comparator<Signal> IN_ORDER =
      Comparator.comparingLong(Signal::at)
          .thenComparingLong(Signal::identity)
          .thenComparing(Signal::kind)
          .thenComparingLong(Signal::voice);

  /** What a signal tells. */
  public enum Kind {
    /** The company has answered the post. */
    ANSWERED,
    /** Its author has withdrawn the post: nothing of it may be kept. */
    WITHDRAWN,
    /** Somebody says that it works again. */
    WORKS_AGAIN
  }
}
