package io.groundswell.jobs.history.backtest;

import java.util.List;

/**
 * What came of a backtest.
 *
 * @param history on what
 * @param comparisons of the live rules first, then of each candidate
 * @param raisedLive how many incidents were raised live in these days
 * @param toldAgain how many of them the live rules tell again, with the same id and time
 */
public record Outcome(
    KeptHistory history, List<Comparison> comparisons, int raisedLive, int toldAgain) {}
