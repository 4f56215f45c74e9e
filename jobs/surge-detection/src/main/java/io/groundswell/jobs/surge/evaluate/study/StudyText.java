package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result as tables for a terminal. */
public final class StudyText {
  private StudyText() {}

  /** The lines of all tables. */
  public static List<String> lines(StudyResult result) {
    List<String> lines = new ArrayList<>();
    calm(result.calm(), lines);
    return lines;
  }

  private static void calm(List<CalmRow> rows, List<String> lines) {
    double last = Double.NaN;
    for (CalmRow row : rows) {
      if (row.threshold() != last) {
        last = row.threshold();
        lines.add("");
        lines.add("False alarms of incidents on calm streams at evidence " + Figures.plain(last));
        lines.add("   rate  period      weeks    stated  observed  observed/stated [95 %]");
      }
      PoissonInterval interval = row.interval();
      lines.add(
          String.format(
              Locale.ROOT,
              "%7s  %-8s %8.0f %9.2f %9d  %5.2f [%.2f, %.2f]",
              row.rate() == 0 ? "all" : Figures.plain(row.rate()),
              row.period().label(),
              row.weeks(),
              row.stated(),
              row.observed(),
              row.ratio(),
              interval.low(),
              interval.high()));
    }
  }
}
