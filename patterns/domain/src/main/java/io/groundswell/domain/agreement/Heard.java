package io.groundswell.domain.agreement;

/**
 * What is kept of a complaint for an hour or two: no text, only which words it had.
 *
 * @param at start of the bucket in which it counts, epoch milliseconds
 * @param voice who spoke
 * @param words hashes of its distinct words
 */
public record Heard(long at, long voice, int[] words) {}
