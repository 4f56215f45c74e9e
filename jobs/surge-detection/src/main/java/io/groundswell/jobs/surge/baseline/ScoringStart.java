package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Volume;
import java.io.Serializable;

/**
 * What is known before anything has been counted.
 *
 * @param watched subjects that share the budget at first
 * @param begin start of every subject's first bucket, epoch milliseconds; {@link Long#MIN_VALUE}
 *     where a subject begins with its first complaint
 */
public record ScoringStart(int watched, long begin) implements Serializable {

  /** Subjects begin with their first complaint. */
  public static ScoringStart atFirstComplaint(int watched) {
    return new ScoringStart(watched, Long.MIN_VALUE);
  }

  Watch begin(Watching watching, Volume first) {
    boolean known = begin != Long.MIN_VALUE && begin < first.start();
    return known ? watching.begin(begin, 0) : watching.begin(first.start(), first.observed());
  }
}
