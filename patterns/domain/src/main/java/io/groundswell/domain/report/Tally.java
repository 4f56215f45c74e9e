package io.groundswell.domain.report;

/**
 * How many of a product's complaints are about a subject.
 *
 * @param subject key of the subject
 * @param posts complaints
 * @param linked how many of them lead somewhere: a link or a telephone number
 */
public record Tally(String subject, int posts, int linked) {}
