package io.groundswell.jobs.surge.evaluate.truth;

import java.util.Locale;
import java.util.Map;

/**
 * What was evaluated, and by which rules the job decided.
 *
 * @param source {@code posts} or {@code counts}
 * @param truth name of the file of the truth
 * @param budgetPerWeek false incidents a week that the policy allows
 * @param thresholds how much evidence opened an incident when
 * @param versions content hashes of what decided, by field name
 */
public record Setup(
    String source,
    String truth,
    double budgetPerWeek,
    Thresholds thresholds,
    Map<String, String> versions) {

  /** What a sum of the input is a sum of, as in {@code 17 complaints about acme}. */
  String about(long sum, String subject) {
    String what = "counts".equals(source) ? "%,d counted of %s" : "%,d complaints about %s";
    return String.format(Locale.ROOT, what, sum, subject);
  }
}
