package io.groundswell.jobs.surge.baseline;

/**
 * A parent's season, as it is known on a day.
 *
 * @param parent key of the parent: a product, or {@link Parents#ALL}
 * @param day days since 1970-01-01, in UTC, on which subjects may begin with it
 * @param hours factors by hour of the day
 * @param days factors by kind of day and hour
 */
@SuppressWarnings("ArrayRecordComponent") // Travels only; never compared.
public record ParentSeason(String parent, int day, float[] hours, float[] days) {}
