package io.groundswell.jobs.notification.connector;

/**
 * A record that the job acts upon.
 *
 * @param request somebody asks something of the job; else it is an update of an incident
 * @param json what it says
 * @param arrivedAt when the broker had it, epoch milliseconds
 */
public record Signal(boolean request, String json, long arrivedAt) {}
