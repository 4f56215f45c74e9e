package io.groundswell.jobs.surge.evaluate.study;

/**
 * The alarm that most people begin with: more than so many complaints in a bucket. The statistic is
 * the count itself; one threshold serves all streams of a class.
 */
final class StaticThreshold implements Detector {

  @Override
  public double add(long start, int count) {
    return count;
  }

  @Override
  public Detector copy() {
    return this; // It remembers nothing.
  }
}
