package io.groundswell.jobs.surge.evaluate.truth;

/**
 * A call for people: an incident was opened or reopened.
 *
 * @param incident of which
 * @param update with which
 */
public record Alarm(ToldIncident incident, ToldUpdate update) {}
