package io.groundswell.domain.baseline;

import io.groundswell.domain.volume.Backlog;
import java.util.Arrays;

/**
 * Scores one bucket after another against a {@link Baseline} and lets the baseline learn. Holds
 * nothing of the subject itself, so one scorer serves all; not safe for use by several threads.
 */
public final class Scorer {
  private final long width;
  private final double minutes;
  private final Expectation expected = new Expectation();
  private double evidence;

  /** A scorer for buckets of {@code width} milliseconds, 10 s to 1 h. */
  public Scorer(long width) {
    this.width = width;
    this.minutes = width / (double) Clock.MINUTE;
  }

  /** The bucket's width in minutes. */
  public double minutes() {
    return minutes;
  }

  /**
   * Adds the bucket that follows the last one.
   *
   * @param start start of the bucket, epoch milliseconds, a multiple of the width
   * @param observed authors in it, at least 0
   * @param posts posts in it
   * @param backlog which of them came late
   */
  public void weigh(Baseline baseline, long start, double observed, int posts, Backlog backlog) {
    Learning.turnTo(baseline, start);
    expected.at(baseline, start, width);
    expected.stretch(backlog.exposure(posts, expected.mean));
    evidence = Evidence.add(baseline, expected, observed, minutes, start);
    for (Run run : baseline.runs) {
      run.observed += observed;
      run.expected += expected.mean;
      run.posts += posts;
    }
  }

  /**
   * Lets the baseline learn from the bucket just weighed.
   *
   * @param suspected it may be part of a surge: its influence is bounded
   */
  public void learn(Baseline baseline, double observed, boolean suspected) {
    Learning.guard(baseline, suspected, observed, minutes);
    Learning.add(baseline, expected, observed, minutes);
  }

  /** Evidence after the bucket just weighed. */
  public double evidence() {
    return evidence;
  }

  /** Expected authors in the bucket just weighed. */
  public double mean() {
    return expected.mean;
  }

  /** Negative-binomial dispersion of the bucket just weighed. */
  public double alpha() {
    return expected.alpha;
  }

  /** Standard deviation of the logarithm of the baseline at the bucket just weighed. */
  public double uncertainty() {
    return expected.uncertainty;
  }

  /** The multiple that carries the evidence, such as 2.7. */
  public double multiple(Baseline baseline) {
    return Evidence.MULTIPLES[Evidence.winner(baseline)];
  }

  /** The run of the multiple that carries the evidence. */
  public Run run(Baseline baseline) {
    return baseline.runs[Evidence.winner(baseline)];
  }

  /** Starts the evidence afresh, as after an incident has opened. */
  public void restart(Baseline baseline) {
    Arrays.fill(baseline.statistics, 0);
    for (Run run : baseline.runs) {
      run.restart();
    }
  }
}
