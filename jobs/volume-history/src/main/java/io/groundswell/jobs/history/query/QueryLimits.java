package io.groundswell.jobs.history.query;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What a query may use, and whose days it means.
 *
 * @param zone what a day and an hour are
 * @param timeout how long it may take
 * @param megabytes of memory, beside Java's own
 * @param threads at most
 */
public record QueryLimits(ZoneId zone, Duration timeout, int megabytes, int threads) {}
