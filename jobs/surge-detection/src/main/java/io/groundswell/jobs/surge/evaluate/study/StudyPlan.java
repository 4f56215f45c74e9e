package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What to measure, and on how much.
 *
 * @param seeds another seed, other streams; those of all seeds are taken together
 * @param width width of a bucket in milliseconds: a divisor or a multiple of a minute
 * @param rates classes of streams, in complaints a minute
 * @param thresholds evidence whose false alarms are counted, stated as one in e^h minutes
 * @param calmStreams streams a class and seed on which false alarms are counted
 * @param calmWeeks length of these, in weeks, at least 2
 * @param weeks subject-weeks a class and seed on which thresholds are calibrated
 * @param targets false-alarm rates at which detectors are compared
 * @param surges surges of each kind, class and seed
 */
public record StudyPlan(
    List<Long> seeds,
    long width,
    List<Double> rates,
    List<Double> thresholds,
    int calmStreams,
    int calmWeeks,
    int weeks,
    List<Target> targets,
    int surges) {

  /** Evidence h of one false alarm a subject-month, and of 168 subjects that share one a week. */
  public static final List<Double> THRESHOLDS = List.of(10.67, 14.33);

  /** Weeks in which detectors learn before they are compared. */
  static final int WARM_UP_WEEKS = 2;

  /** Weeks of each stream on which they are compared. */
  static final int COUNTED_WEEKS = 4;

  /** The rates of the streams, in complaints a minute. */
  public static List<Double> allRates() {
    return Arrays.stream(StreamModel.RATES).boxed().toList();
  }

  /** Whether streams have buckets of that width: a divisor or a multiple of a minute, up to 5. */
  public static boolean isWidth(Duration width) {
    long millis = width.toMillis();
    boolean divides = millis >= 10_000 && ComplaintStream.MINUTE % millis == 0;
    return divides || millis == ComplaintStream.MINUTE || millis == 5 * ComplaintStream.MINUTE;
  }

  /**
   * Streams of one class, those of all seeds.
   *
   * @param streams how many for each seed
   */
  List<StreamName> streams(Purpose purpose, double rate, int streams) {
    List<StreamName> names = new ArrayList<>();
    for (long seed : seeds) {
      for (int number = 0; number < streams; number++) {
        names.add(new StreamName(seed, purpose, rate, number));
      }
    }
    return names;
  }

  double bucketMinutes() {
    return width / (double) ComplaintStream.MINUTE;
  }
}
