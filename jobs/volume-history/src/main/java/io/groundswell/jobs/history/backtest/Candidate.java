package io.groundswell.jobs.history.backtest;

import io.groundswell.jobs.surge.Rules;

/**
 * Rules that are tried on the history.
 *
 * @param name what tells them from others: the file that they came from, or {@code live}
 * @param rules by which is decided
 */
public record Candidate(String name, Rules rules) {}
