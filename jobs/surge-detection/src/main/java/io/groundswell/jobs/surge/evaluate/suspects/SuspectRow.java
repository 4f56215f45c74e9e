package io.groundswell.jobs.surge.evaluate.suspects;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What came of all faults at one pace of changes.
 *
 * @param pace how often products were changed
 * @param caused faults that a change caused and that were told
 * @param first of them, with the true change suspected first when the incident opened
 * @param firstOfAll the same, where changes count as well that were only possible
 * @param uncaused faults that no change caused and that were told
 * @param blamed of them, with a change suspected when the incident opened
 * @param untold faults that no incident told of
 * @param weeks of all histories
 * @param unexplained incidents that no fault explains
 * @param unexplainedWithout the same where the job knew no changes
 * @param median minutes to the incident of a fault that a change caused; infinity where it is not
 *     told
 * @param medianWithout the same where the job knew no changes
 */
public record SuspectRow(
    Pace pace,
    int caused,
    int first,
    int firstOfAll,
    int uncaused,
    int blamed,
    int untold,
    double weeks,
    int unexplained,
    int unexplainedWithout,
    double median,
    double medianWithout) {

  static SuspectRow of(
      Pace pace,
      List<SuspectOutcome> outcomes,
      double weeks,
      int unexplained,
      int unexplainedWithout) {
    List<SuspectOutcome> told = outcomes.stream().filter(one -> one.told().isPresent()).toList();
    List<SuspectOutcome> caused = told.stream().filter(SuspectOutcome::caused).toList();
    List<SuspectOutcome> others = told.stream().filter(one -> !one.caused()).toList();
    List<SuspectOutcome> all = outcomes.stream().filter(SuspectOutcome::caused).toList();
    return new SuspectRow(
        pace,
        caused.size(),
        (int) caused.stream().filter(SuspectOutcome::first).count(),
        (int) caused.stream().filter(SuspectOutcome::firstOfAll).count(),
        others.size(),
        (int) others.stream().filter(one -> !one.suspected().isEmpty()).count(),
        outcomes.size() - told.size(),
        weeks,
        unexplained,
        unexplainedWithout,
        median(all, SuspectOutcome::told),
        median(all, SuspectOutcome::toldWithout));
  }

  private static double median(
      List<SuspectOutcome> outcomes, Function<SuspectOutcome, OptionalLong> minutes) {
    double[] sorted =
        outcomes.stream()
            .map(minutes)
            .mapToDouble(one -> one.isPresent() ? one.getAsLong() : Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
  }

  /** Share of faults with a cause whose cause was suspected first. */
  public double firstShare() {
    return caused == 0 ? Double.NaN : first / (double) caused;
  }

  /** Share of faults without a cause for which a change was suspected. */
  public double blamedShare() {
    return uncaused == 0 ? Double.NaN : blamed / (double) uncaused;
  }
}
