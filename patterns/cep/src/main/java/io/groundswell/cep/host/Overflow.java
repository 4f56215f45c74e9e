package io.groundswell.cep.host;

/**
 * Partial matches that were dropped because there were too many.
 *
 * @param group whose they were: a subject, a product, a pair
 * @param pattern id of the pattern
 * @param version its version
 * @param at when, epoch milliseconds of event time
 * @param dropped how many went, the oldest
 * @param kept how many stayed
 */
public record Overflow(
    String group, String pattern, String version, long at, int dropped, int kept) {}
