package io.groundswell.jobs.surge.baseline;

import java.io.Serializable;

/**
 * What is known before anything has been counted.
 *
 * @param watched subjects that share the budget at first
 * @param since since when complaints would have been seen, epoch milliseconds; {@link
 *     Long#MAX_VALUE} where the first complaint will tell
 */
public record ScoringStart(int watched, long since) implements Serializable {

  /** Watching begins with the first complaint about anything. */
  public static ScoringStart atFirstComplaint(int watched) {
    return new ScoringStart(watched, Long.MAX_VALUE);
  }
}
