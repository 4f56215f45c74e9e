package io.groundswell.domain.volume;

/**
 * A part of one subject's bucket, counted before the parts of all machines meet.
 *
 * @param subject key of the subject
 * @param start start of the bucket, epoch milliseconds
 * @param posts complaints
 * @param authors hashes of their authors, distinct
 */
public record Partial(String subject, long start, int posts, long[] authors) {}
