package io.groundswell.jobs.surge.evaluate.truth;

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
    Map<String, String> versions) {}
