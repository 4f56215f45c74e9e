package io.groundswell.jobs.history.backtest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a backtest.
 *
 * @param history on what
 * @param gone the day from which posts were asked for but are not kept any more; null where all are
 * @param otherwise how many of the posts were counted by other rules than those of today
 * @param comparisons of the live rules first, then of each candidate
 * @param raisedLive how many incidents were raised live in these days
 * @param toldAgain how many of them the live rules tell again, update for update with the same
 *     figures
 */
public record Outcome(
    KeptHistory history,
    @Nullable LocalDate gone,
    long otherwise,
    List<Comparison> comparisons,
    int raisedLive,
    int toldAgain) {}
