package io.groundswell.jobs.benchmark.history;

import org.jspecify.annotations.Nullable;

/**
 * A subject of the year, taken apart as a row has it.
 *
 * @param rate complaints that a minute with any has beside the first, on average over the day
 */
record Watched(
    String key,
    String scope,
    @Nullable String product,
    @Nullable String component,
    @Nullable String region,
    @Nullable String term,
    double rate) {}
