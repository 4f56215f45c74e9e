package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import io.groundswell.jobs.surge.html.Figures;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Figures of an evaluation as phrases, the same on a page and at a terminal. */
final class Sentences {
  private Sentences() {}

  static String unexplained(Evaluation evaluation, Setup setup) {
    int alarms = evaluation.alarms().size();
    if (evaluation.weeks() == 0) {
      return "no alarms, and nothing to count in the input";
    }
    return "%d %s in %s weeks: %s a week (95 %% interval %s), the budget allows %s"
        .formatted(
            alarms,
            alarms == 1 ? "alarm" : "alarms",
            Figures.number(evaluation.weeks()),
            Figures.or(evaluation.alarmsPerWeek(), Figures::number),
            interval(evaluation),
            Figures.number(setup.budgetPerWeek()));
  }

  static String interval(Evaluation evaluation) {
    PoissonInterval interval = evaluation.interval();
    return Double.isInfinite(interval.high())
        ? Figures.NONE
        : "%s to %s".formatted(Figures.number(interval.low()), Figures.number(interval.high()));
  }

  /** The median delay after the n-th related post; such a post may also come after the warning. */
  static String afterPost(Evaluation evaluation, int n) {
    OptionalDouble delay = Evaluation.median(evaluation.delaysAfterPost(n));
    String post = n == 1 ? "the 1st related post" : "the %dth".formatted(n);
    if (delay.isEmpty()) {
      return "no case of " + post;
    }
    double minutes = delay.getAsDouble();
    return Figures.minutes(Math.abs(minutes)) + (minutes < 0 ? " before " : " after ") + post;
  }

  static String lead(Evaluation evaluation) {
    double[] leads = evaluation.leads();
    return "median %s before the official word, in %d %s"
        .formatted(
            Figures.or(Evaluation.median(leads), Figures::minutes),
            leads.length,
            leads.length == 1 ? "case" : "cases");
  }

  static String perCause(Evaluation evaluation) {
    double[] each = evaluation.incidentsPerCause();
    if (each.length == 0) {
      return "no row of the truth was told";
    }
    return "%s incidents on average, %s at most"
        .formatted(
            Figures.or(Evaluation.mean(each), Figures::number),
            Figures.or(Evaluation.max(each), Figures::number));
  }

  /** How many openings came by which kind of evidence. */
  static String byEvidence(Evaluation evaluation) {
    String kinds =
        evaluation.byEvidence().entrySet().stream()
            .map(kind -> "%d by %s".formatted(kind.getValue(), said(kind.getKey())))
            .collect(Collectors.joining(", "));
    return kinds.isEmpty() ? "nothing was opened" : "opened " + kinds;
  }

  private static String said(Evidence evidence) {
    return switch (evidence) {
      case COUNT -> "the count";
      case TEXTS -> "what texts say";
      case TERM -> "a term";
      case ACROSS -> "several subjects together";
    };
  }

  static String inAlert(Evaluation evaluation) {
    return "%s, %s outside the periods of the truth"
        .formatted(
            Figures.percent(evaluation.inAlert()), Figures.percent(evaluation.inAlertOutside()));
  }
}
