package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;

/**
 * What change events do to a class of streams: the same streams and surges, told with them and
 * without.
 *
 * @param everyDays days from one change to the next, on average; 0 for all classes
 * @param rate complaints a minute of the class; 0 for all classes
 * @param weeks subject-weeks that were watched
 * @param stated false incidents that the threshold states
 * @param without false incidents where nothing is known of changes
 * @param with the same where it is
 * @param surges how many surges began within a quarter of an hour of a change
 * @param medianWithout minutes to the incident where nothing is known of changes; infinity where
 *     more than half were missed
 * @param medianWith the same where it is known
 * @param p90Without the same of the slowest of nine in ten
 * @param p90With the same where changes are known
 */
public record ChangeRow(
    double everyDays,
    double rate,
    double weeks,
    double stated,
    long without,
    long with,
    int surges,
    double medianWithout,
    double medianWith,
    double p90Without,
    double p90With) {

  /** False incidents with changes, over what is stated, at 95 %. */
  public PoissonInterval interval() {
    return PoissonInterval.of(with).over(stated);
  }

  /** Whether it is of all classes together. */
  public boolean ofAllClasses() {
    return rate == 0;
  }
}
