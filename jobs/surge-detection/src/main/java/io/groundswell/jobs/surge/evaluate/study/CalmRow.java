package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;

/**
 * False alarms of Groundswell's incidents on calm streams.
 *
 * @param threshold the evidence from which an incident opens
 * @param rate complaints a minute of the class; 0 for all classes
 * @param period since the subject is watched
 * @param weeks subject-weeks watched in this period
 * @param stated false alarms that the threshold allows: minutes watched times e^-threshold
 * @param observed incidents that opened or reopened
 */
public record CalmRow(
    double threshold, double rate, Period period, double weeks, double stated, long observed) {

  /** Whether it is about all classes of streams together. */
  public boolean ofAllClasses() {
    return rate == 0;
  }

  /** Observed over stated. */
  public double ratio() {
    return observed / stated;
  }

  /** The 95 % interval of {@link #ratio}. */
  public PoissonInterval interval() {
    return PoissonInterval.of(observed).over(stated);
  }
}
