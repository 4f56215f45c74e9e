package io.groundswell.domain.surge;

import java.util.function.DoubleSupplier;

/**
 * What is asked of a subject before it opens an incident, beside evidence.
 *
 * @param minAuthors fewer distinct authors open none
 * @param falseAlarms how many of its incidents people have lately called false, each counting half
 *     after 30 days; asked only where an incident would open and the policy knows habituation
 */
public record Demand(int minAuthors, DoubleSupplier falseAlarms) {
  /** Where nobody has called anything false. */
  public static Demand of(int minAuthors) {
    return new Demand(minAuthors, () -> 0);
  }
}
