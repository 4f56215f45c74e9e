package io.groundswell.domain.surge;

/** How many subjects share the budget, or a part of it. */
@FunctionalInterface
public interface Shares {

  /**
   * The number of subjects that share the budget on a day.
   *
   * @param day days since 1970-01-01, in UTC
   * @return at least 1
   */
  int watchedOn(int day);

  /** The part of the single subjects' budget that these share, above 0, at most 1. */
  default double part() {
    return 1;
  }
}
