package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import io.groundswell.jobs.surge.html.Figures;
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
    delays(result.delays(), lines);
    shared(result.shared(), lines);
    ChangeText.add(result.changes(), lines);
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
              row.ofAllClasses() ? "all" : Figures.plain(row.rate()),
              row.period().label(),
              row.weeks(),
              row.stated(),
              row.observed(),
              row.ratio(),
              interval.low(),
              interval.high()));
    }
  }

  private static void delays(List<DelayRow> rows, List<String> lines) {
    DelayTable.by(row -> row.budget() + ", " + Figures.plain(row.rate()) + " a minute", rows)
        .forEach(
            (title, table) -> {
              heading(title, lines);
              DelayTable.by(DelayRow::detector, table)
                  .forEach((name, row) -> lines.add(line(name, DelayTable.cells(row))));
            });
  }

  private static void shared(SharedBudget shared, List<String> lines) {
    if (shared.delays().isEmpty()) {
      return;
    }
    heading(shared.delays().get(0).budget() + ", incidents", lines);
    DelayTable.by(DelayRow::rate, shared.delays())
        .forEach(
            (rate, row) ->
                lines.add(line(Figures.plain(rate) + " a minute", DelayTable.cells(row))));
    lines.add("");
    shared.allClasses().forEach(row -> lines.add(falseIncidents(row)));
  }

  /** What is stated is one a week, so observed over stated are false incidents a week. */
  private static String falseIncidents(CalmRow row) {
    return String.format(
        Locale.ROOT,
        "False incidents, %-8s %4d in %.4g weeks of all: %.2f a week [%.2f, %.2f], stated 1",
        row.period().label(),
        row.observed(),
        row.stated(),
        row.ratio(),
        row.interval().low(),
        row.interval().high());
  }

  private static void heading(String title, List<String> lines) {
    lines.add("");
    lines.add(title + ": median/p90 minutes (missed %)");
    lines.add(line("", DelayTable.columns()));
  }

  private static String line(String name, List<String> cells) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
    cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %15s", cell)));
    return line.toString();
  }
}
