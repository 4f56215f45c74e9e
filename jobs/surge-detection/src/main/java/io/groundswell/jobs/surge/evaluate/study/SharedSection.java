package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Cell.Tone;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Table;
import java.util.List;

/** The part of a page about incidents where 168 subjects share one false incident a week. */
final class SharedSection {
  private final SharedBudget shared;

  SharedSection(SharedBudget shared) {
    this.shared = shared;
  }

  /** How many goals were reached, in words; empty where none was measured. */
  String reached() {
    List<Boolean> measured =
        Goal.ALL.stream()
            .flatMap(
                goal ->
                    shared.delays().stream()
                        .filter(goal::isAbout)
                        .map(row -> row.median() <= goal.minutes()))
            .toList();
    long reached = measured.stream().filter(goal -> goal).count();
    return measured.isEmpty()
        ? ""
        : " Of %d goals for how soon surges are told then, %d were reached."
            .formatted(measured.size(), reached);
  }

  void addTo(Page page) {
    page.heading("%d subjects share one false incident a week".formatted(SharedBudget.SUBJECTS));
    page.table(falseIncidents());
    page.table(goals());
    page.table(
        DelaySection.table(
            "All kinds of surges: median/p90 minutes (missed %)",
            "Complaints a minute",
            DelayTable.by(row -> Figures.plain(row.rate()), shared.delays())));
  }

  private Table falseIncidents() {
    Table table =
        new Table(
            "False incidents of all %d; stated is 1 a week".formatted(SharedBudget.SUBJECTS),
            "Period",
            "Weeks of all",
            "False incidents",
            "A week",
            "95 % interval");
    for (CalmRow row : shared.allClasses()) {
      table.row(
          Cell.text(row.period().label()),
          Cell.figure(Figures.number(row.stated())),
          Cell.figure(String.valueOf(row.observed())),
          Cell.figure(StudyPage.hundredths(row.ratio())),
          Cell.figure(StudyPage.interval(row.interval())));
    }
    return table;
  }

  private Table goals() {
    Table table =
        new Table(
            "How soon an incident opens after the surge's onset, and the goals for the median",
            "Surge",
            "Complaints a minute",
            "Median minutes",
            "Goal",
            "",
            "p90",
            "Missed",
            "Surges");
    for (Goal goal : Goal.ALL) {
      shared.delays().stream()
          .filter(goal::isAbout)
          .forEach(row -> table.row(cells(row, goal.minutes())));
    }
    return table;
  }

  private static Cell[] cells(DelayRow row, double goal) {
    return new Cell[] {
      Cell.text(row.surge()),
      Cell.figure(Figures.plain(row.rate())),
      Cell.figure(Figures.tenths(row.median())),
      Cell.figure(Figures.plain(goal)),
      row.median() <= goal ? Cell.badge("reached", Tone.GOOD) : Cell.badge("not reached", Tone.BAD),
      Cell.figure(Figures.tenths(row.p90())),
      Cell.figure(Math.round(100 * row.missed()) + " %"),
      Cell.figure(Figures.number(row.surges()))
    };
  }
}
