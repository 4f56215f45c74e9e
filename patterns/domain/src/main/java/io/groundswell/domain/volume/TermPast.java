package io.groundswell.domain.volume;

/**
 * What was known of a term when it became a subject.
 *
 * @param count voices that have used it, older ones counting less
 * @param minutes for how long it has been listened for, in the same measure, above 0
 * @param starts starts of the last hour's buckets in which it was used, in order, epoch
 *     milliseconds
 * @param observed authors who used it in each of these
 */
public record TermPast(double count, double minutes, long[] starts, int[] observed) {}
