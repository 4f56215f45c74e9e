package io.groundswell.jobs.surge.evaluate.study;

/**
 * How soon surges of one kind were seen at one rate of false alarms.
 *
 * @param budget the rate of false alarms, in words
 * @param detector who watched
 * @param rate complaints a minute of the class
 * @param surge the kind of surge, such as {@code x3 step}
 * @param threshold the calibrated threshold, in the detector's own unit: a hair above the largest
 *     statistic that is no alarm, so that 2 of a count means 3 or more
 * @param surges how many there were
 * @param median minutes from the onset to the end of the first alarming bucket; infinity where more
 *     than half were missed
 * @param p90 the same of the slowest of nine in ten
 * @param missed share of the surges that nobody saw within 120 minutes
 */
public record DelayRow(
    String budget,
    String detector,
    double rate,
    String surge,
    double threshold,
    int surges,
    double median,
    double p90,
    double missed) {

  static DelayRow of(
      String budget, String detector, double rate, Surge surge, double threshold, Delays delays) {
    return new DelayRow(
        budget,
        detector,
        rate,
        surge.label(),
        threshold,
        delays.size(),
        delays.quantile(.5),
        delays.quantile(.9),
        delays.missed());
  }
}
