package io.groundswell.jobs.benchmark.detector;

/**
 * What scoring a stream took.
 *
 * @param nanos of CPU
 * @param evidence its sum over all buckets, which says whether two scored alike
 */
record Scored(double nanos, double evidence) {}
