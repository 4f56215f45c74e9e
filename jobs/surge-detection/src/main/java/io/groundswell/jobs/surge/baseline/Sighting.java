package io.groundswell.jobs.surge.baseline;

/**
 * A subject was complained about on a day.
 *
 * @param subject key of the subject
 * @param day days since 1970-01-01, in UTC
 */
public record Sighting(String subject, int day) {}
