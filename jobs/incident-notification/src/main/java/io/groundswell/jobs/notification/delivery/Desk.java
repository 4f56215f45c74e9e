package io.groundswell.jobs.notification.delivery;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What outboxes share, and whom they tell.
 *
 * @param loop the thread they live in
 * @param journal where it is kept what was delivered
 * @param counts what became of notices
 * @param random for the waits between attempts
 * @param giveUpAfter what could not be delivered for so long is not tried again by itself,
 *     milliseconds
 * @param settled told of each entry of the journal as it is made
 */
record Desk(
    Loop loop,
    Journal journal,
    Counts counts,
    RandomGenerator random,
    long giveUpAfter,
    Consumer<Entry> settled) {}
