package io.groundswell.jobs.surge.evaluate.truth;

/**
 * An incident that counts for a row of the truth.
 *
 * @param incident it
 * @param at when it was first told in a way that counts, epoch milliseconds: its {@code
 *     detected_at} where its own subject matches, else the first update with a matching member of
 *     its blast radius
 */
public record Catch(ToldIncident incident, long at) {}
