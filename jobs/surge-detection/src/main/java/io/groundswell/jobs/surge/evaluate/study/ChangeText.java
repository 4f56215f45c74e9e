package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Table;
import java.util.List;
import java.util.Locale;

/** What change events do, as a table for a terminal and for a page. */
final class ChangeText {
  private static final String TITLE =
      "Changes made at random, one more within a quarter of an hour before each x%s surge:"
          + " without change events | with them";

  private ChangeText() {}

  static void add(List<ChangeRow> rows, List<String> lines) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title());
    lines.add(
        "every days    rate    stated   false incidents   with/stated [95 %]        median minutes"
            + "     p90 minutes");
    for (ChangeRow row : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%10s %7s %9.1f %8d | %6d   %5.2f [%.2f, %.2f] %12s | %5s %9s | %5s",
              Figures.plain(row.everyDays()),
              rate(row),
              row.stated(),
              row.without(),
              row.with(),
              row.with() / row.stated(),
              row.interval().low(),
              row.interval().high(),
              minutes(row.medianWithout()),
              minutes(row.medianWith()),
              minutes(row.p90Without()),
              minutes(row.p90With())));
    }
  }

  static void addTo(Page page, List<ChangeRow> rows) {
    page.heading("Less evidence after a change");
    Table table =
        new Table(
            title(),
            "Days between changes",
            "Complaints a minute",
            "Stated false incidents",
            "Without",
            "With",
            "With over stated, 95 %",
            "Median minutes without",
            "With",
            "p90 without",
            "With");
    for (ChangeRow row : rows) {
      table.row(
          Cell.figure(Figures.plain(row.everyDays())),
          Cell.figure(rate(row)),
          Cell.figure(Figures.tenths(row.stated())),
          Cell.figure(String.valueOf(row.without())),
          Cell.figure(String.valueOf(row.with())),
          Cell.figure(StudyPage.interval(row.interval())),
          Cell.figure(minutes(row.medianWithout())),
          Cell.figure(minutes(row.medianWith())),
          Cell.figure(minutes(row.p90Without())),
          Cell.figure(minutes(row.p90With())));
    }
    page.table(table);
  }

  private static String title() {
    return TITLE.formatted(Figures.plain(ChangeStudy.MULTIPLE));
  }

  private static String rate(ChangeRow row) {
    return row.ofAllClasses() ? "all" : Figures.plain(row.rate());
  }

  private static String minutes(double minutes) {
    return Double.isFinite(minutes) ? Figures.plain(minutes) : "-";
  }
}
