package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.evaluate.report.Figures;

/** Figures of an evaluation as phrases, the same on a page and at a terminal. */
final class Sentences {
  private Sentences() {}

  static String unexplained(Evaluation evaluation, Setup setup) {
    int alarms = evaluation.alarms().size();
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
    return "%s incidents on average, %s at most"
        .formatted(
            Figures.or(Evaluation.mean(each), Figures::number),
            Figures.or(Evaluation.max(each), Figures::number));
  }

  static String inAlert(Evaluation evaluation) {
    return "%s, %s outside the periods of the truth"
        .formatted(
            Figures.percent(evaluation.inAlert()), Figures.percent(evaluation.inAlertOutside()));
  }
}
