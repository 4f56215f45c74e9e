package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result as tables for a terminal. */
public final class StudyText {

  private StudyText() {}

  /** The lines of all tables. */
  public static List<String> lines(StudyResult result) {
    List<String> lines = new ArrayList<>();
    calm(result.calm(), lines);
    delays(result.delays(), lines);
    shared(result.shared(), lines);
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

  private static void delays(List<DelayRow> rows, List<String> lines) {
    Map<String, Map<String, List<DelayRow>>> tables = new LinkedHashMap<>();
    for (DelayRow row : rows) {
      String title = row.budget() + ", " + Figures.plain(row.rate()) + " a minute";
      tables
          .computeIfAbsent(title, key -> new LinkedHashMap<>())
          .computeIfAbsent(row.detector(), key -> new ArrayList<>())
          .add(row);
    }
    tables.forEach(
        (title, table) -> {
          lines.add("");
          lines.add(title + ": median/p90 minutes (missed %)");
          lines.add(line("", Surge.KINDS.stream().map(Surge::label).toList()));
          table.forEach((name, cells) -> lines.add(line(name, cells(cells))));
        });
  }

  private static void shared(List<DelayRow> rows, List<String> lines) {
    Map<Double, List<DelayRow>> rates = new LinkedHashMap<>();
    rows.forEach(row -> rates.computeIfAbsent(row.rate(), key -> new ArrayList<>()).add(row));
    if (rates.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(rows.get(0).budget() + ", incidents: median/p90 minutes (missed %)");
    lines.add(line("", Surge.KINDS.stream().map(Surge::label).toList()));
    rates.forEach(
        (rate, cells) -> lines.add(line(Figures.plain(rate) + " a minute", cells(cells))));
  }

  /** Cells in the order of the columns, whatever the order of the rows. */
  private static List<String> cells(List<DelayRow> rows) {
    List<String> cells = new ArrayList<>();
    for (Surge surge : Surge.KINDS) {
      String cell = "";
      for (DelayRow row : rows) {
        if (row.surge().equals(surge.label())) {
          cell =
              Figures.tenths(row.median())
                  + "/"
                  + Figures.tenths(row.p90())
                  + " ("
                  + Math.round(100 * row.missed())
                  + ")";
        }
      }
      cells.add(cell);
    }
    return cells;
  }

  private static String line(String name, List<String> cells) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
    cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %15s", cell)));
    return line.toString();
  }
}
