package io.groundswell.jobs.surge.evaluate.suspects;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a history.
 *
 * @param id its id
 * @param at when
 * @param kind what kind of change
 * @param product id of what was changed
 * @param component id of the part, or null
 * @param country where, or null for everywhere
 */
record Made(
    String id,
    Instant at,
    String kind,
    String product,
    @Nullable String component,
    @Nullable String country) {}
