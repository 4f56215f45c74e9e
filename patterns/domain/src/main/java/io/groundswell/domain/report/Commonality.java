package io.groundswell.domain.report;

import io.groundswell.domain.voice.Quote;
import java.util.List;

/**
 * What the reports of a surge have in common.
 *
 * @param symptoms what sets them apart, the most telling first
 * @param faults which of them belong together, the largest first
 * @param examples a few that differ, as a person would pick them; the clearest statement first
 */
public record Commonality(List<Symptom> symptoms, List<Fault> faults, List<Quote> examples) {
  /** Of no reports. */
  public static final Commonality NONE = new Commonality(List.of(), List.of(), List.of());
}
