package io.groundswell.jobs.surge.evaluate.suspects;

import io.groundswell.domain.change.Suspects;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of all histories, in sentences. */
public final class SuspectText {
  private SuspectText() {}

  /** The lines, a paragraph for each pace. */
  public static List<String> lines(SuspectResult result) {
    List<String> lines = new ArrayList<>();
    for (SuspectRow row : result.rows()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add("Products are changed %s:".formatted(row.pace().label()));
      sentences(row).forEach(sentence -> lines.add("  " + sentence));
    }
    return lines;
  }

  static List<String> sentences(SuspectRow row) {
    return List.of(
        "Of %d faults that a change had caused and that were told, the true change was suspected"
                .formatted(row.caused())
            + " first in %d (%s) as the incident opened; with those that are only possible, %d."
                .formatted(row.first(), Figures.percent(row.firstShare()), row.firstOfAll()),
        "Of %d faults that no change had caused and that were told, %d (%s) were blamed on one;"
                .formatted(row.uncaused(), row.blamed(), Figures.percent(row.blamedShare()))
            + " stated are at most %d %%.".formatted(100 / Suspects.NAMED),
        "%d incidents that no fault explains in %s weeks with change events, %d without; stated is"
                .formatted(row.unexplained(), Figures.plain(row.weeks()), row.unexplainedWithout())
            + " 1 a week.",
        "Faults with a cause were told after %s min (median), %s without change events."
            .formatted(minutes(row.median()), minutes(row.medianWithout())),
        "%d faults were not told at all.".formatted(row.untold()));
  }

  private static String minutes(double minutes) {
    return Double.isFinite(minutes) ? String.format(Locale.ROOT, "%.0f", minutes) : "-";
  }
}
