package io.groundswell.jobs.surge.baseline;

/**
 * How many subjects share the budget on a day.
 *
 * @param day days since 1970-01-01, in UTC
 * @param watched subjects, at least 1
 */
public record Share(int day, int watched) {}
