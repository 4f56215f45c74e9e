package io.groundswell.jobs.surge.evaluate.study;

import java.util.List;

/**
 * A contestant with its thresholds.
 *
 * @param budgets in words, what each threshold costs in false alarms
 * @param thresholds one for each budget
 */
record Armed(Contestant contestant, List<String> budgets, List<Double> thresholds) {

  /** Empty measurements, by threshold and kind of surge. */
  Delays[][] blank() {
    Delays[][] blank = new Delays[thresholds.size()][Surge.KINDS.size()];
    for (Delays[] kinds : blank) {
      for (int kind = 0; kind < kinds.length; kind++) {
        kinds[kind] = new Delays();
      }
    }
    return blank;
  }
}
