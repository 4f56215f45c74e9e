package io.groundswell.domain.briefing;

import io.groundswell.domain.change.Finding;

/**
 * What is thought of a change, and why.
 *
 * @param finding what is thought
 * @param reason why, in words
 */
public record Suspicion(Finding finding, String reason) {}
