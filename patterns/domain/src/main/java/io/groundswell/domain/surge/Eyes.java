package io.groundswell.domain.surge;

import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.baseline.Scorer;
import io.groundswell.domain.volume.Volume;

/** What a watch does when feeds of its subject go blind and when they come back. */
final class Eyes {
  private final Scorer scorer;
  private final long width;

  Eyes(Scorer scorer) {
    this.scorer = scorer;
    this.width = Math.round(scorer.minutes() * 60_000);
  }

  /** How much can be seen of the subject in the bucket that is to be scored next. */
  Sight look(Watch watch, long start, Blindness blindness) {
    if (blindness == Blindness.NONE && watch.blindSince == Watch.NEVER) {
      return Sight.CLEAR;
    }
    Sight sight = blindness.at(watch, start);
    if (sight.blurred()) {
      if (watch.blindSince == Watch.NEVER) {
        close(watch, start, sight.silentSince());
      } else if (blindness.changesAt(start)) {
        scorer.restart(watch.baseline);
      }
      wait(watch);
    } else if (watch.blindSince != Watch.NEVER) {
      open(watch, start);
    } else if (blindness.bringsNewsTo(watch, start)) {
      scorer.beginAnew(watch.baseline, start);
    }
    return sight;
  }

  /** Weighs a bucket by as much of it as can be seen. */
  void weigh(Watch watch, Volume volume, Sight sight) {
    Baseline baseline = watch.baseline;
    if (sight.dark()) {
      scorer.passOver(baseline, volume.start(), sight.seen());
    } else if (sight.blurred()) {
      scorer.weighPart(
          baseline,
          volume.start(),
          volume.voices(),
          volume.posts(),
          volume.backlog(),
          sight.seen());
    } else {
      scorer.weigh(
          baseline,
          volume.start(),
          volume.voices(),
          volume.posts(),
          volume.backlog(),
          volume.agreement() / 1000.0);
    }
  }

  /** What was taken for calm since the silence began was none. */
  private void close(Watch watch, long start, long silentSince) {
    watch.blindSince = silentSince;
    watch.recovery = 0;
    scorer.lose(watch.baseline, silentSince);
    if (watch.elevatedUntil != Watch.NEVER && watch.elevatedUntil < start) {
      watch.elevatedUntil += start - Math.max(silentSince, watch.elevatedUntil);
    }
  }

  /** The time that a surge has to be calm for stands still. */
  private void wait(Watch watch) {
    if (watch.elevatedUntil != Watch.NEVER) {
      watch.elevatedUntil += width;
    }
  }

  private void open(Watch watch, long start) {
    scorer.regain(watch.baseline, watch.blindSince, start);
    watch.blindSince = Watch.NEVER;
    watch.recentObserved = 0;
    watch.recentExpected = 0;
    watch.recovery = 0;
    watch.escalation = 0;
  }
}
