package io.groundswell.domain.surge;

import static io.groundswell.domain.baseline.Precision.rounded;

import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.baseline.Scorer;
import io.groundswell.domain.baseline.Season;
import io.groundswell.domain.volume.TermPast;
import org.jspecify.annotations.Nullable;

/** What is known of a subject when it is met for the first time. */
final class FirstWatch {
  private final WatchRules rules;
  private final Scorer scorer;

  FirstWatch(WatchRules rules, Scorer scorer) {
    this.rules = rules;
    this.scorer = scorer;
  }

  /** Of a subject of which only its first bucket is known; see {@link Watching#begin}. */
  Watch of(long since, long start, int firstCount, @Nullable Season season) {
    Watch watch = new Watch();
    double silence = (start - since) / 60_000.0;
    watch.baseline =
        start - since < Math.max(rules.listen(), rules.width())
            ? Baseline.startingAt(firstCount, scorer.minutes())
            : Baseline.afterSilence(silence);
    if (season != null) {
      season.handTo(watch.baseline);
    }
    watch.baseline.levelExposure = rounded(watch.baseline.levelExposure);
    watch.baseline.began = since;
    watch.next = start;
    return watch;
  }

  /** Of a term. */
  static Watch of(TermPast past, long since, long start, @Nullable Season season) {
    Watch watch = new Watch();
    watch.baseline = Baseline.knowing(past.count(), past.minutes());
    if (season != null) {
      season.handTo(watch.baseline);
    }
    watch.baseline.level = rounded(watch.baseline.level);
    watch.baseline.levelExposure = rounded(watch.baseline.levelExposure);
    watch.baseline.began = since;
    watch.next = past.starts().length == 0 ? start : past.starts()[0];
    return watch;
  }
}
