package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;
import org.apache.flink.cep.EventComparator;

/** Puts the buckets that one scoring sends, all with one time stamp, in the order of time. */
final class ByStart implements EventComparator<ScoredBucket> {
  private static final long serialVersionUID = 1;

  @Override
  public int compare(ScoredBucket one, ScoredBucket other) {
    return Long.compare(one.start(), other.start());
  }
}
