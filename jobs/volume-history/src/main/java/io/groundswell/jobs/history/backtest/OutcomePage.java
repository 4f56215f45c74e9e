package io.groundswell.jobs.history.backtest;

import static io.groundswell.jobs.surge.html.Figures.number;
import static io.groundswell.jobs.surge.html.Figures.or;
import static io.groundswell.jobs.surge.html.Figures.time;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Cell.Tone;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Table;
import java.util.Locale;

/** A backtest as a page. */
public final class OutcomePage {
  private OutcomePage() {}

  /** The whole page. */
  public static String html(Outcome outcome) {
    Page page =
        new Page("What other rules would have told")
            .text(Sentences.days(outcome) + ".")
            .text(Sentences.start(outcome) + ".")
            .text(Sentences.again(outcome) + ".")
            .table(figures(outcome));
    outcome.comparisons().stream()
        .skip(1)
        .forEach(one -> page.heading(one.name()).table(changes(one)));
    return page.note(
            "Gained and lost are beside what the live rules tell of the same posts. Posts that the"
                + " live rules took for chatter were not kept, so no candidate can find them.")
        .html();
  }

  private static Table figures(Outcome outcome) {
    Table table =
        new Table(
            "Candidates",
            "",
            "incidents",
            "gained",
            "lost",
            "earlier",
            "later",
            "other severity",
            "a week",
            "pages a week",
            "called false a week",
            "unexplained a week",
            "median lead");
    outcome.comparisons().forEach(one -> figures(table, one));
    return table;
  }

  private static void figures(Table table, Comparison one) {
    table.row(
        Cell.text(one.name()),
        Cell.figure(String.valueOf(one.raised().size())),
        count(one, Change.Kind.GAINED),
        count(one, Change.Kind.LOST),
        count(one, Change.Kind.EARLIER),
        count(one, Change.Kind.LATER),
        count(one, Change.Kind.SEVERITY),
        Cell.figure(number(one.incidentsPerWeek())),
        Cell.figure(number(one.pagesPerWeek())),
        Cell.figure(number(one.calledFalsePerWeek())),
        Cell.figure(or(one.unexplained(), Figures::number)),
        Cell.figure(or(one.medianLead(), Figures::minutes)));
  }

  private static Cell count(Comparison one, Change.Kind kind) {
    return Cell.figure(String.valueOf(one.count(kind)));
  }

  private static Table changes(Comparison one) {
    Table table = new Table("Every change", "", "told", "incident", "");
    for (Change change : one.changes()) {
      if (change.kind() != Change.Kind.SAME) {
        table.row(
            Cell.badge(change.kind().name().toLowerCase(Locale.ROOT), tone(change)),
            Cell.time(time(change.incident().detectedAt())),
            Cell.text(change.incident().title()),
            Cell.text(OutcomeText.detail(change)));
      }
    }
    return table;
  }

  private static Tone tone(Change change) {
    return switch (change.kind()) {
      case EARLIER -> Tone.GOOD;
      case LOST, LATER -> Tone.BAD;
      default -> Tone.PLAIN;
    };
  }
}
