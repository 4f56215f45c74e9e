package io.groundswell.domain.report;

import java.util.BitSet;
import java.util.List;

/**
 * A symptom together with the reports that show it.
 *
 * @param symptom what people are told
 * @param stems what the forms of its words have in common
 * @param reports places of those that use it
 * @param strength how much it tells: larger is more
 */
record Finding(Symptom symptom, List<String> stems, BitSet reports, double strength) {
  /** Whether a report has its words, in its language. */
  boolean isIn(Reading reading) {
    return reading.lang().equals(symptom.lang()) && reading.stems().containsAll(stems);
  }

  /** The same, as telling as it is here beside everywhere. */
  Finding among(List<Reading> everywhere) {
    long all = everywhere.stream().filter(this::isIn).count();
    double here = reports.cardinality() / (double) Math.max(1, all);
    return new Finding(symptom, stems, reports, strength * here);
  }
}
