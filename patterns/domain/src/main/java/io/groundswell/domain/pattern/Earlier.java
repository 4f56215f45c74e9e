package io.groundswell.domain.pattern;

import io.groundswell.domain.surge.ScoredBucket;
import java.util.List;

/** What of a match is there already. */
@FunctionalInterface
public interface Earlier {
  /** The buckets of a stage in their order; none where it has none yet. */
  List<ScoredBucket> of(String stage);
}
