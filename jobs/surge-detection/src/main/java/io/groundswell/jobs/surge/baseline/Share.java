package io.groundswell.jobs.surge.baseline;

/**
 * How many subjects share the budget on a day, and since when they have been watched.
 *
 * @param day days since 1970-01-01, in UTC
 * @param wholes products, components and what is unmatched, at least 1
 * @param places regions of products and over all of them, at least 1
 * @param since start of the first bucket in which any subject was complained about, epoch
 *     milliseconds: a complaint about any other would have been seen as well
 */
public record Share(int day, int wholes, int places, long since) {}
