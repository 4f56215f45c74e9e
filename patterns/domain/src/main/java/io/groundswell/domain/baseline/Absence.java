package io.groundswell.domain.baseline;

/** What a baseline makes of a time in which nothing could be seen. */
final class Absence {
  /** After more than this the world may have changed: what was known is where to begin. */
  private static final long LONG = Clock.DAY;

  /** So much weight is left to a level that is only where to begin. */
  private static final double PRIOR_WEIGHT = 5;

  private static final double FAST_HALF_LIFE_MINUTES = 120;

  private Absence() {}

  /** Drops what has not been learnt yet and was silence already. */
  static void forget(Baseline baseline, long silentSince) {
    if (baseline.current.number < 0) {
      return;
    }
    long since = Clock.chunk(silentSince);
    if (baseline.current.number >= since) {
      int gone = (int) Math.min(baseline.current.number - since, baseline.ring.length);
      if (baseline.current.number - since > baseline.ring.length) {
        // The silence is older than what waits: the fast correction has followed it.
        forgetFast(baseline);
      }
      baseline.ring = oldest(baseline, baseline.ring.length - gone);
      baseline.ringNext = 0;
      baseline.current = new Chunk();
      baseline.current.number = -1;
    }
    forgetHour(baseline);
  }

  /** The oldest of the waiting chunks, the very oldest first. */
  private static Chunk[] oldest(Baseline baseline, int count) {
    Chunk[] kept = new Chunk[count];
    for (int i = 0; i < count; i++) {
      kept[i] = baseline.ring[(baseline.ringNext + i) % baseline.ring.length];
    }
    return kept;
  }

  /** Goes on after a time in which nothing could be seen. */
  static void end(Baseline baseline, long silentSince, long back) {
    forgetHour(baseline);
    baseline.guardedMinutes = 0;
    baseline.guardedCount = 0;
    baseline.adopted = false;
    if (back - silentSince >= LONG) {
      beginAnew(baseline, back);
    } else {
      double minutes = (back - silentSince) / (double) Clock.MINUTE;
      double keep = Math.pow(2, -minutes / FAST_HALF_LIFE_MINUTES);
      baseline.fast *= keep;
      baseline.fastExpected *= keep;
    }
    Precision.roundLearnt(baseline);
  }

  /** Begins to watch anew, with what was known as the first guess. */
  static void beginAnew(Baseline baseline, long start) {
    weaken(baseline);
    baseline.ring = new Chunk[0];
    baseline.ringNext = 0;
    baseline.current = new Chunk();
    baseline.current.number = -1;
    baseline.began = start;
    Precision.roundLearnt(baseline);
  }

  /** What is known of the level counts for little beside what is now seen. */
  static void weaken(Baseline baseline) {
    double scale = Math.min(1, PRIOR_WEIGHT / baseline.level);
    baseline.level *= scale;
    baseline.levelExposure *= scale;
    forgetFast(baseline);
  }

  private static void forgetFast(Baseline baseline) {
    baseline.fast = 0;
    baseline.fastExpected = 0;
  }

  private static void forgetHour(Baseline baseline) {
    baseline.hourSum = 0;
    baseline.hourSumExpected = 0;
    baseline.hourSumSlow = 0;
    baseline.hourSumDispersion = 0;
    baseline.hourCommits = 0;
  }
}
