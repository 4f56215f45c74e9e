package io.groundswell.domain.report;

/**
 * A word of a report.
 *
 * @param text folded
 * @param usual the share of the product's complaints in the report's language that used it before
 *     the hour in which the report came, above 0 and below 1
 */
public record Word(String text, float usual) {}
