package io.groundswell.domain.briefing;

/**
 * Whether the incident would have opened at the same moment with less.
 *
 * @param without what is left out, such as "any one author"
 * @param people how many voices that takes away, at most
 * @param evidence that would have been left, about
 * @param threshold that was asked for
 * @param opens whether the evidence would have sufficed
 */
public record Counterfactual(
    String without, int people, double evidence, double threshold, boolean opens) {}
