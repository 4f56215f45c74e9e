package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.baseline.Scorer;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.volume.Backlog;
import org.jspecify.annotations.Nullable;

/** Groundswell's own evidence, without incidents: it never restarts. */
final class OwnEvidence implements Detector {
  private final Scorer scorer;
  private final double guard;
  private final double minutes;
  private @Nullable Baseline baseline;

  /**
   * Evidence of a subject.
   *
   * @param scorer of Groundswell, or of the detector as published
   * @param threshold evidence that would be an alarm, which decides when learning is on guard
   */
  OwnEvidence(Scorer scorer, double threshold) {
    this(scorer, Level.guard(threshold), null);
  }

  private OwnEvidence(Scorer scorer, double guard, @Nullable Baseline baseline) {
    this.scorer = scorer;
    this.guard = guard;
    this.minutes = scorer.minutes();
    this.baseline = baseline;
  }

  @Override
  public double add(long start, int count) {
    Baseline known = baseline;
    if (known == null) {
      known = Baseline.startingAt(count, minutes);
      known.began = start;
      baseline = known;
    }
    scorer.weigh(known, start, count, count, Backlog.NONE);
    scorer.learn(known, count, scorer.evidence() > guard);
    return scorer.evidence();
  }

  @Override
  public Detector copy() {
    Baseline known = baseline;
    return new OwnEvidence(scorer, guard, known == null ? null : StateCopy.of(known));
  }
}
