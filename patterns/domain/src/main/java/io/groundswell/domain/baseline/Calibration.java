package io.groundswell.domain.baseline;

/**
 * Makes stated and observed false alarms agree. Raw evidence h is reached by chance at most once in
 * e^h minutes, but in fact 2 times as seldom where complaints are sparse and 100 times as seldom
 * where they are many, since the baseline's wander is charged more than it costs there. Calibrated
 * evidence is the raw evidence plus most of what was left over, by how many complaints a bucket are
 * normal. Evidence of 10.67 is then reached .72 times as often as stated where .02 complaints a
 * minute are normal, .5 times at .1, .2 times at 2, .1 times from 10 up; of 14.33 about .3 times
 * over all. The table was fitted on generated calm streams in buckets of a minute, for evidence of
 * 10 to 15; beyond, it is not stretched further. Nothing is added at five complaints a day and
 * fewer, where real subjects drift more than the generated ones.
 */
final class Calibration {
  /** Complaints a bucket of the first entry, as a power of two; then in steps of two. */
  private static final int FIRST = -8;

  /** What raw evidence lacks, up to a calibrated evidence of 10. */
  private static final double[] GAIN = {
    0, .25, .5, .6, .75, 1.1, 1.35, 1.85, 2.1, 2.6, 3, 3.2, 3.45, 3.4, 3.5, 3.7, 3.9
  };

  /** What it lacks beyond that, for each unit. */
  private static final double[] SLOPE = {
    0, .06, .12, .12, .12, .12, .12, .12, .08, .04, 0, 0, 0, 0, 0, 0, 0
  };

  private static final double FITTED_FROM = 10;
  private static final double FITTED_TO = 15;

  /** Powers of two in a unit of a logarithm. */
  private static final double OCTAVES = 1 / Math.log(2);

  private Calibration() {}

  /**
   * Calibrated evidence.
   *
   * @param raw evidence of a bucket
   * @param perBucket complaints a bucket that are normal, above 0
   */
  static double of(double raw, double perBucket) {
    double place = Elementary.log(perBucket) * OCTAVES - FIRST;
    double gained = raw + at(GAIN, place);
    double above = Math.min(Math.max(0, gained - FITTED_FROM), FITTED_TO - FITTED_FROM);
    return gained + at(SLOPE, place) * above;
  }

  /** Between two entries in proportion; the outermost ones beyond. */
  private static double at(double[] table, double place) {
    int last = table.length - 1;
    double inside = Math.min(Math.max(place, 0), last);
    int below = Math.min((int) inside, last - 1);
    double share = inside - below;
    return (1 - share) * table[below] + share * table[below + 1];
  }
}
