package io.groundswell.domain.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Reports that belong together, before people are told of them.
 *
 * @param places where they are in the list of all, in order
 * @param label what they have in common, in a few words
 * @param stems of the words that tell most, what their forms have in common; none where languages
 *     share nothing but a concept
 * @param langs the languages that they are written in, the commonest first
 * @param clearest place of the one that says it most clearly
 */
record Group(
    List<Integer> places, String label, List<String> stems, List<String> langs, int clearest) {

  /** Terms as people are told of them. */
  static String label(List<Finding> terms) {
    return terms.stream()
        .map(finding -> finding.symptom().term())
        .collect(Collectors.joining(", "));
  }
}
