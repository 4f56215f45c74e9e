package io.groundswell.domain.surge;

import io.groundswell.domain.baseline.Run;
import io.groundswell.domain.baseline.Scorer;
import io.groundswell.domain.volume.People;
import io.groundswell.domain.volume.Volume;

/** What others are shown of the bucket that was scored last. */
final class Showing {
  private final Scorer scorer;
  private final long width;

  Showing(Scorer scorer, long width) {
    this.scorer = scorer;
    this.width = width;
  }

  ScoredBucket bucket(
      Watch watch,
      String subject,
      long start,
      double threshold,
      double discount,
      int watched,
      Turn turn) {
    return new ScoredBucket(
        subject,
        start,
        start + width,
        watch.lastObserved,
        watch.lastPosts,
        watch.lastExpected,
        watch.lastEvidence,
        threshold - discount,
        watched,
        watch.lastLevel,
        turn,
        size(watch, turn),
        watch.lastTexts,
        discount,
        People.NOBODY);
  }

  /** The bucket with those who complained, and before it where nobody has been shown them. */
  static ScoredBucket people(ScoredBucket bucket, Volume volume, boolean seen) {
    boolean opens = bucket.turn() == Turn.OPENS || bucket.turn() == Turn.REOPENS;
    double earlier = seen && !opens ? 0 : bucket.surge().observed() - bucket.observed();
    return bucket.by(volume.peopleWith((int) Math.round(earlier)));
  }

  private SurgeSize size(Watch watch, Turn turn) {
    if (watch.open || turn == Turn.RESOLVES) {
      return watch.surge;
    }
    Run run = scorer.run(watch.baseline);
    double multiple = scorer.multiple(watch.baseline);
    return new SurgeSize(run.since, run.observed, run.expected, run.posts, multiple);
  }
}
