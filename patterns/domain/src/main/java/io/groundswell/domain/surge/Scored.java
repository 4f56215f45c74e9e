package io.groundswell.domain.surge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of scoring a bucket.
 *
 * @param before the calm bucket before it, where patterns have not seen that one; else null
 * @param bucket the bucket
 * @param seen patterns have to see it: it is elevated, or says something of a surge
 * @param awake the next bucket has to be scored when it closes, complaints or none
 */
public record Scored(
    @Nullable ScoredBucket before, ScoredBucket bucket, boolean seen, boolean awake) {

  /** What the patterns have to see, in order. */
  public List<ScoredBucket> events() {
    if (!seen) {
      return List.of();
    }
    return before == null ? List.of(bucket) : List.of(before, bucket);
  }
}
