package io.groundswell.domain.incident;

/**
 * How large an incident was at one moment. Flat, since it is operator state.
 *
 * @param end end of a bucket, epoch milliseconds
 * @param observed authors since onset
 * @param posts complaints since onset
 */
public record Step(long end, double observed, double posts) {}
