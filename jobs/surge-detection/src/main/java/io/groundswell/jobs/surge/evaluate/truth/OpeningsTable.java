package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.Table;

/** By which evidence each incident was opened. */
final class OpeningsTable {
  private OpeningsTable() {}

  static Table of(Evaluation evaluation) {
    Table table =
        new Table(
            "Openings and reopenings, and the evidence",
            "At",
            "Subject",
            "By",
            "Pattern",
            "Evidence",
            "Texts");
    for (Opening opening : evaluation.openings()) {
      Grounds grounds = opening.update().grounds();
      table.row(
          Cell.time(Figures.time(opening.update().at())),
          Cell.text(opening.incident().subject()),
          Cell.text(opening.evidence().label()),
          Cell.text(grounds.pattern()),
          Cell.figure(Figures.number(grounds.evidence())),
          Cell.figure(Figures.percent(opening.ofTexts())));
    }
    return table;
  }
}
