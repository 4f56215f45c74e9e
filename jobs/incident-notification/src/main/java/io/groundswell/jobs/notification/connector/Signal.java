package io.groundswell.jobs.notification.connector;

/**
 * A record that the job acts upon.
 *
 * @param place where it stood: topic, a slash, and the partition
 * @param offset its place there
 * @param request somebody asks something of the job; else it is an update of an incident
 * @param json what it says
 * @param arrivedAt when the broker had it, epoch milliseconds
 */
public record Signal(String place, long offset, boolean request, String json, long arrivedAt) {}
