package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.surge.Shares;

/**
 * How terms share their part of the budget: whatever people say might have become a subject.
 *
 * @param terms so many terms
 */
record TermShares(int terms) implements Shares {
  /** Terms that people use of a product. */
  private static final int OF_A_PRODUCT = 4_096;

  static TermShares of(ScoringStart start) {
    return new TermShares(OF_A_PRODUCT * start.products());
  }

  @Override
  public int watchedOn(int day) {
    return terms;
  }

  @Override
  public double part() {
    return Budget.TERMS;
  }
}
