package io.groundswell.jobs.history.backtest;

import static io.groundswell.jobs.surge.html.Figures.minutes;
import static io.groundswell.jobs.surge.html.Figures.number;
import static io.groundswell.jobs.surge.html.Figures.or;
import static io.groundswell.jobs.surge.html.Figures.time;

import io.groundswell.jobs.surge.html.Figures;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A backtest for a person at a terminal. */
public final class OutcomeText {
  private static final int MOST = 12;

  private final Outcome outcome;

  /** The text of a backtest. */
  public OutcomeText(Outcome outcome) {
    this.outcome = outcome;
  }

  /** Prints it. */
  public void print(PrintStream out) {
    out.printf(
        "%s%n%s%n%s%n%n",
        Sentences.days(outcome), Sentences.start(outcome), Sentences.again(outcome));
    List<Comparison> all = outcome.comparisons();
    int widest = all.stream().mapToInt(one -> one.name().length()).max().orElse(4);
    String row = "%-" + widest + "s  %9s %6s %6s %7s %6s %8s %6s %9s %12s %11s %7s%n";
    out.printf(
        row,
        "",
        "incidents",
        "gained",
        "lost",
        "earlier",
        "later",
        "severity",
        "a week",
        "pages/wk",
        "called false",
        "unexplained",
        "lead");
    all.forEach(one -> out.printf(row, figures(one)));
    all.stream().skip(1).forEach(one -> print(one, out));
  }

  private static Object[] figures(Comparison one) {
    return new Object[] {
      one.name(),
      one.raised().size(),
      one.count(Change.Kind.GAINED),
      one.count(Change.Kind.LOST),
      one.count(Change.Kind.EARLIER),
      one.count(Change.Kind.LATER),
      one.count(Change.Kind.SEVERITY),
      number(one.incidentsPerWeek()),
      number(one.pagesPerWeek()),
      number(one.calledFalsePerWeek()),
      or(one.unexplained(), Figures::number),
      or(one.medianLead(), Figures::minutes)
    };
  }

  private static void print(Comparison one, PrintStream out) {
    List<Change> changes =
        one.changes().stream().filter(change -> change.kind() != Change.Kind.SAME).toList();
    out.printf("%n%s %s%n", one.name(), changes.isEmpty() ? "changes nothing" : "");
    for (Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
      out.printf(
          "  %-8s %s  %s  %s%n",
          change.kind().name().toLowerCase(Locale.ROOT),
          time(change.incident().detectedAt()),
          change.incident().title(),
          detail(change));
    }
    if (changes.size() > MOST) {
      out.printf("  and %,d more in the report%n", changes.size() - MOST);
    }
  }

  static String detail(Change change) {
    String shift = change.minutesLater() == 0 ? "" : minutes(Math.abs(change.minutesLater()));
    String severities = change.severities();
    String both =
        shift.isEmpty() || severities.isEmpty() ? shift + severities : shift + ", " + severities;
    return both.isEmpty() ? "" : "(" + both + ")";
  }
}
