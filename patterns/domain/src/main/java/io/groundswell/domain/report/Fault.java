package io.groundswell.domain.report;

import java.util.List;

/**
 * Reports of one fault, in whatever words and languages.
 *
 * @param label what they have in common, in a few words
 * @param reports how many there are of those that were read
 * @param share of all that were read, 0 to 1
 * @param langs languages that they are written in, the commonest first
 * @param clearest the report that says it most clearly
 */
public record Fault(String label, int reports, double share, List<String> langs, Report clearest) {}
