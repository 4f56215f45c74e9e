package io.groundswell.domain.report;

import java.util.List;

/**
 * Reports that belong together, before people are told of them.
 *
 * @param places where they are in the list of all, in order
 * @param label what they have in common, in a few words
 * @param langs the languages that they are written in, the commonest first
 * @param clearest place of the one that says it most clearly
 */
record Group(List<Integer> places, String label, List<String> langs, int clearest) {}
