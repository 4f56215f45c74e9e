package io.groundswell.domain.surge;

/** How many subjects share the budget. */
@FunctionalInterface
public interface Shares {

  /**
   * The number of subjects that share the budget on a day.
   *
   * @param day days since 1970-01-01, in UTC
   * @return at least 1
   */
  int watchedOn(int day);
}
