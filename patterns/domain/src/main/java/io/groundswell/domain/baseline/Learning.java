package io.groundswell.domain.baseline;

import java.util.Arrays;

/**
 * How a baseline learns: in chunks of ten minutes, an hour late, with every influence bounded, so
 * that neither a surge nor a wrong season can capture it.
 */
final class Learning {
  private static final double LEVEL_KEEP = Math.pow(2, -10.0 / 10_080);
  private static final double SLOT_KEEP = Math.pow(2, -1.0 / 168);
  private static final double FAST_KEEP = Math.pow(2, -10.0 / 120);
  private static final double WANDER_KEEP = Math.pow(2, -60.0 / 20_160);

  /** Chunks of an hour wander together; weighed as if independent they would mislead the slots. */
  private static final double CORRELATED = 6;

  /** In this time there is no past that a surge could spoil: what is seen is learnt at once. */
  private static final double FIRST_MINUTES = 70;

  private static final double NEW_NORMAL_MINUTES = 480;
  private static final double NEW_NORMAL_COUNT = 30;
  private static final double NEW_NORMAL_ANYWAY_MINUTES = 2_880;

  private final boolean published;

  /**
   * Learns.
   *
   * @param published as published: surges widen the wander, and nothing is rounded
   */
  Learning(boolean published) {
    this.published = published;
  }

  /**
   * Makes sure that the chunk of {@code start} is the current one.
   *
   * @param age minutes since the subject began to be watched
   */
  void turnTo(Baseline baseline, long start, double age) {
    long number = Clock.chunk(start);
    if (number == baseline.current.number) {
      return;
    }
    if (baseline.current.number >= 0) {
      if (age < FIRST_MINUTES && !baseline.current.tainted) {
        commit(baseline, baseline.current, Double.POSITIVE_INFINITY);
      } else {
        retire(baseline);
      }
    }
    Chunk chunk = new Chunk();
    chunk.number = number;
    chunk.hour = Clock.hour(start);
    chunk.dayHour = Clock.dayHour(Clock.weekHour(start));
    chunk.tainted = baseline.guardedMinutes > 0 && !baseline.adopted;
    baseline.current = chunk;
  }

  private void retire(Baseline baseline) {
    if (baseline.ring.length < Baseline.GUARD) {
      baseline.ring = Arrays.copyOf(baseline.ring, baseline.ring.length + 1);
      baseline.ring[baseline.ring.length - 1] = baseline.current;
      return;
    }
    Chunk oldest = baseline.ring[baseline.ringNext];
    commit(baseline, oldest, most(baseline, oldest));
    baseline.ring[baseline.ringNext] = baseline.current;
    baseline.ringNext = (baseline.ringNext + 1) % Baseline.GUARD;
  }

  /** Adds a bucket to the current chunk. */
  void add(Baseline baseline, Expectation expected, double observed, double minutes) {
    double mean = expected.mean;
    double alpha = expected.alpha;
    double meanSquare = mean * mean;
    double variance = mean + alpha * meanSquare;
    // Weight over the square of the mean; the weight itself is that times the square.
    double share = meanSquare / (2 * variance * variance + variance);
    double off = observed - mean;
    double square = Math.min(off * off, 25 * variance + 1);
    Chunk chunk = baseline.current;
    chunk.observed += observed;
    chunk.expected += mean;
    chunk.slowExpected += expected.slow;
    chunk.exposure += expected.season * minutes;
    chunk.buckets++;
    chunk.dispersion += share * (square - mean);
    chunk.dispersionWeight += share * meanSquare;
    baseline.lastAlpha = alpha;
  }

  /** Information that a squared deviation carries about the variance, in units of the mean. */
  private static double weight(double mean, double variance) {
    return mean * mean * mean * mean / (2 * variance * variance + variance);
  }

  /** More than this in a chunk is no news of what is normal. */
  private static double most(Baseline baseline, Chunk chunk) {
    double spread = baseline.lastAlpha / chunk.buckets + Expectation.slowWander(baseline);
    double variance = chunk.expected + chunk.expected * chunk.expected * spread;
    return chunk.expected + 4 * Math.sqrt(variance) + 1;
  }

  private void commit(Baseline baseline, Chunk chunk, double most) {
    double dispersion = baseline.lastAlpha / chunk.buckets;
    double slowWander = Expectation.slowWander(baseline);
    double observed = Math.min(chunk.observed, most);
    double weight = 1 / (1 + chunk.expected * (dispersion + CORRELATED * slowWander));
    learnSeason(baseline, chunk, weight, observed);
    learnLevel(baseline, chunk, weight, observed);
    if (!chunk.tainted) {
      learnFast(baseline, chunk, 1 / (1 + chunk.expected * dispersion), observed);
    }
    learnWander(baseline, chunk, dispersion);
  }

  private static void learnSeason(Baseline b, Chunk chunk, double weight, double observed) {
    double kept =
        chunk.tainted
            ? Math.min(observed, 2 * chunk.slowExpected + 1.5 * Math.sqrt(chunk.slowExpected))
            : observed;
    double hourFactor = Expectation.hourFactor(b, chunk.hour);
    double dayFactor = Expectation.dayFactor(b, chunk.dayHour);
    decayAndAdd(b.hourObserved, chunk.hour, weight * kept);
    decayAndAdd(b.hourExpected, chunk.hour, weight * chunk.slowExpected / hourFactor);
    decayAndAdd(b.dayObserved, chunk.dayHour, weight * kept);
    decayAndAdd(b.dayExpected, chunk.dayHour, weight * chunk.slowExpected / dayFactor);
  }

  private static void decayAndAdd(double[] slots, int at, double amount) {
    slots[at] = SLOT_KEEP * slots[at] + amount;
  }

  private static void learnLevel(Baseline baseline, Chunk chunk, double weight, double observed) {
    double kept = chunk.tainted ? bounded(chunk, observed) : observed;
    baseline.level = LEVEL_KEEP * baseline.level + weight * kept;
    baseline.levelExposure = LEVEL_KEEP * baseline.levelExposure + weight * chunk.exposure;
  }

  /** What of a suspected surge may be normal. */
  private static double bounded(Chunk chunk, double observed) {
    return Math.min(observed, 1.3 * chunk.slowExpected + 1.5 * Math.sqrt(chunk.slowExpected));
  }

  private static void learnFast(Baseline baseline, Chunk chunk, double weight, double observed) {
    baseline.fast = FAST_KEEP * baseline.fast + weight * observed;
    baseline.fastExpected = FAST_KEEP * baseline.fastExpected + weight * chunk.slowExpected;
    baseline.dispersion += chunk.dispersion;
    baseline.dispersionWeight += chunk.dispersionWeight;
  }

  private void learnWander(Baseline baseline, Chunk chunk, double dispersion) {
    boolean surge = chunk.tainted && !published;
    baseline.hourSum += surge ? bounded(chunk, chunk.observed) : chunk.observed;
    baseline.hourSumExpected += chunk.expected;
    baseline.hourSumSlow += chunk.slowExpected;
    baseline.hourSumDispersion += dispersion;
    baseline.hourCommits++;
    if (baseline.hourCommits < 6) {
      return;
    }
    double wander = Expectation.wander(baseline);
    double slowWander = Expectation.slowWander(baseline);
    double weight = hourWeight(baseline, baseline.hourSumExpected, wander);
    double excess = hourExcess(baseline, baseline.hourSumExpected, wander);
    baseline.wander = WANDER_KEEP * baseline.wander + weight * excess;
    baseline.wanderWeight = WANDER_KEEP * baseline.wanderWeight + weight;
    weight = hourWeight(baseline, baseline.hourSumSlow, slowWander);
    excess = hourExcess(baseline, baseline.hourSumSlow, slowWander);
    baseline.slowWander = WANDER_KEEP * baseline.slowWander + weight * excess;
    baseline.slowWanderWeight = WANDER_KEEP * baseline.slowWanderWeight + weight;
    baseline.dispersion *= WANDER_KEEP;
    baseline.dispersionWeight *= WANDER_KEEP;
    baseline.hourSum = 0;
    baseline.hourSumExpected = 0;
    baseline.hourSumSlow = 0;
    baseline.hourSumDispersion = 0;
    baseline.hourCommits = 0;
  }

  private static double hourVariance(Baseline baseline, double expected, double wander) {
    return expected + (baseline.hourSumDispersion / 36 + wander) * expected * expected;
  }

  private static double hourWeight(Baseline baseline, double expected, double wander) {
    return weight(expected, hourVariance(baseline, expected, wander));
  }

  private static double hourExcess(Baseline baseline, double expected, double wander) {
    double off = baseline.hourSum - expected;
    double square = Math.min(off * off, 9 * hourVariance(baseline, expected, wander));
    double chance = expected + baseline.hourSumDispersion / 36 * expected * expected;
    return (square - chance) / (expected * expected + 1e-12);
  }

  /**
   * Puts learning on guard while {@code suspected}, from an hour back; and takes what lasts for a
   * new normal.
   */
  void guard(Baseline baseline, boolean suspected, double observed, double minutes) {
    if (!suspected) {
      baseline.guardedMinutes = 0;
      baseline.guardedCount = 0;
      baseline.adopted = false;
      return;
    }
    if (baseline.guardedMinutes == 0) {
      taint(baseline, true);
    }
    baseline.guardedMinutes += minutes;
    baseline.guardedCount += observed;
    boolean lasting =
        baseline.guardedMinutes >= NEW_NORMAL_MINUTES && baseline.guardedCount >= NEW_NORMAL_COUNT;
    if (!baseline.adopted && (lasting || baseline.guardedMinutes >= NEW_NORMAL_ANYWAY_MINUTES)) {
      adopt(baseline);
    }
  }

  private void adopt(Baseline baseline) {
    Absence.weaken(baseline);
    taint(baseline, false);
    baseline.adopted = true;
    if (!published) {
      Precision.roundLearnt(baseline);
    }
  }

  private static void taint(Baseline baseline, boolean tainted) {
    baseline.current.tainted = tainted;
    for (Chunk chunk : baseline.ring) {
      chunk.tainted = tainted;
    }
  }
}
