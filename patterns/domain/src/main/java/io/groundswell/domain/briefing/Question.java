package io.groundswell.domain.briefing;

/**
 * What to ask people, since the answers would narrow most where the fault is.
 *
 * @param about what it asks for: {@code platform}, {@code component} or {@code region}
 * @param unknown share of the reports that do not say, 0 to 1
 * @param text the question, in English
 */
public record Question(String about, double unknown, String text) {}
