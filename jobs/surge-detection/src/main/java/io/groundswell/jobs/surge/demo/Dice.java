package io.groundswell.jobs.surge.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, by a seed and a minute: what falls depends on nothing that was thrown before. */
final class Dice {
  private final SplittableRandom random;

  /**
   * Dice for a minute.
   *
   * @param purpose tells apart what is thrown for in the same minute
   */
  Dice(long seed, long minute, int purpose) {
    long apart = new SplittableRandom(seed).nextLong() + purpose;
    random = new SplittableRandom(new SplittableRandom(apart).nextLong() + minute);
  }

  double uniform() {
    return random.nextDouble();
  }

  boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** How many of something happen that happens {@code mean} times on average (Knuth's way). */
  int count(double mean) {
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }
}
