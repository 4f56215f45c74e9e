package io.groundswell.domain.change;

import org.jspecify.annotations.Nullable;

/**
 * What is thought of a change when an incident is looked into.
 *
 * @param change what was changed
 * @param verdict what is thought of it
 * @param ground why
 * @param score how likely it is the cause, 0 to 1, where one incident in two has a known change for
 *     its cause; 0 where it is none
 * @param minutes from the change to the onset; negative where the onset was first
 * @param byChance how many such changes come by chance in so many minutes before a surge
 * @param other the change that took it back, or that it takes back; null where there is none
 */
public record Finding(
    Change change,
    Verdict verdict,
    Ground ground,
    double score,
    long minutes,
    double byChance,
    @Nullable Change other) {

  static Finding against(Change change, Ground ground, long minutes, @Nullable Change other) {
    return new Finding(change, Verdict.RULED_OUT, ground, 0, minutes, 0, other);
  }
}
