package io.groundswell.jobs.notification.delivery;

/**
 * The latest update of an incident that is open or not told everywhere yet, as state keeps it.
 *
 * @param json the update as it came
 * @param arrivedAt when it came, epoch milliseconds
 */
public record Kept(String json, long arrivedAt) {}
