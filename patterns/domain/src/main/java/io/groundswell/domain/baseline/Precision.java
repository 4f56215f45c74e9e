package io.groundswell.domain.baseline;

/**
 * What is learnt is kept with the precision of a float, and rounded to it in every bucket: then it
 * makes no difference how often a subject is put away and taken up again, and its state is small.
 */
public final class Precision {
  private Precision() {}

  /** The nearest float. */
  public static double rounded(double value) {
    return (float) value;
  }

  static void round(Run run) {
    run.sum = rounded(run.sum);
    run.observed = rounded(run.observed);
    run.expected = rounded(run.expected);
    run.posts = rounded(run.posts);
  }

  /** Rounds all that a bucket may have changed; waiting chunks were rounded while they grew. */
  static void round(Baseline b) {
    Chunk chunk = b.current;
    chunk.observed = rounded(chunk.observed);
    chunk.expected = rounded(chunk.expected);
    chunk.slowExpected = rounded(chunk.slowExpected);
    chunk.exposure = rounded(chunk.exposure);
    chunk.dispersion = rounded(chunk.dispersion);
    chunk.dispersionWeight = rounded(chunk.dispersionWeight);
    b.lastAlpha = rounded(b.lastAlpha);
    b.guardedMinutes = rounded(b.guardedMinutes);
    b.guardedCount = rounded(b.guardedCount);
    if (chunk.buckets == 1) {
      roundLearnt(b);
    }
  }

  /** A chunk has begun, so another has been learnt from; or a surge was taken for a new normal. */
  static void roundLearnt(Baseline b) {
    b.level = rounded(b.level);
    b.levelExposure = rounded(b.levelExposure);
    b.fast = rounded(b.fast);
    b.fastExpected = rounded(b.fastExpected);
    b.dispersion = rounded(b.dispersion);
    b.dispersionWeight = rounded(b.dispersionWeight);
    b.wander = rounded(b.wander);
    b.wanderWeight = rounded(b.wanderWeight);
    b.slowWander = rounded(b.slowWander);
    b.slowWanderWeight = rounded(b.slowWanderWeight);
    b.hourSum = rounded(b.hourSum);
    b.hourSumExpected = rounded(b.hourSumExpected);
    b.hourSumSlow = rounded(b.hourSumSlow);
    b.hourSumDispersion = rounded(b.hourSumDispersion);
    round(b.hourObserved);
    round(b.hourExpected);
    round(b.dayObserved);
    round(b.dayExpected);
  }

  private static void round(double[] slots) {
    for (int i = 0; i < slots.length; i++) {
      slots[i] = rounded(slots[i]);
    }
  }
}
