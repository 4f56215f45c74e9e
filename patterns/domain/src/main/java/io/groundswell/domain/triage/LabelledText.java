package io.groundswell.domain.triage;

/**
 * One text to learn from.
 *
 * @param complaint what it is
 * @param weight how much it counts; positive
 */
public record LabelledText(String text, boolean complaint, double weight) {}
