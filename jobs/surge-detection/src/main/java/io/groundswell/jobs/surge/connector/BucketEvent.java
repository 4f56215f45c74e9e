package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Turn;
import org.jspecify.annotations.Nullable;

/** What happens in a scored bucket, as outputs write it. */
final class BucketEvent {
  private BucketEvent() {}

  /** {@code opened}, {@code escalated}, {@code resolved}, or empty where nothing happens. */
  static String label(Turn turn) {
    return switch (turn) {
      case NONE -> "";
      case OPENS, REOPENS -> "opened";
      case ESCALATES -> "escalated";
      case RESOLVES -> "resolved";
    };
  }

  /** When the surge began that the bucket opens; null where it opens none. */
  static @Nullable String onset(ScoredBucket bucket) {
    return switch (bucket.turn()) {
      case OPENS, REOPENS -> Json.time(bucket.surge().onset());
      case NONE, ESCALATES, RESOLVES -> null;
    };
  }
}
