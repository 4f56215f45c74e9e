package io.groundswell.jobs.surge.evaluate.triage;

import io.groundswell.domain.triage.TriageQuality;
import java.io.PrintStream;
import java.util.Locale;

/** An evaluation of triage for a person at a terminal. */
public final class TriageText {
  private static final double DIRECTED = .5;
  private static final double OPEN = .9;
  private static final String NONE = "–";

  private TriageText() {}

  /** Prints it. */
  public static void print(TriageEvaluation evaluation, PrintStream out) {
    TriageQuality all = evaluation.overall();
    out.printf(
        Locale.ROOT,
        "%s: %,d posts, %,d of them complaints; model %s%n%n",
        evaluation.corpus(),
        all.posts(),
        all.complaints(),
        evaluation.model());
    out.println("                   precision   found  false alarms  macro F1");
    at("directed, p >= .5", DIRECTED, all, out);
    at("open,     p >= .9", OPEN, all, out);
    out.println();
    figure("AUC", all.auc(), "", out);
    figure("best macro F1", all.bestMacroF1(), "at the threshold that suits this file best", out);
    figure("precision", all.precisionAtRecall(.5), "where half of the complaints are found", out);
    figure("precision", all.precisionAtRecall(.8), "where four in five are found", out);
    figure("found", all.recallAtFalseAlarms(.03), "where 3 % of the chatter is let through", out);
    figure("calibration error", all.calibrationError(), "", out);
    out.printf(Locale.ROOT, "  %-18s %,.0f posts a second%n", "speed", evaluation.postsPerSecond());
    reliability(all, out);
    groups(evaluation, out);
  }

  private static void at(String name, double threshold, TriageQuality quality, PrintStream out) {
    out.printf(
        "%-18s %10s %7s %13s %9s%n",
        name,
        share(quality.precision(threshold)),
        share(quality.recall(threshold)),
        share(quality.falseAlarms(threshold)),
        share(quality.macroF1(threshold)));
  }

  private static void figure(String name, double value, String remark, PrintStream out) {
    out.printf("  %-18s %s  %s%n", name, share(value), remark);
  }

  private static void reliability(TriageQuality quality, PrintStream out) {
    out.printf("%n  probability   complaints      posts%n");
    for (TriageQuality.Bin bin : quality.reliability()) {
      out.printf(
          Locale.ROOT,
          "  %11s %12s %,10d%n",
          share(bin.said()),
          share(bin.observed()),
          bin.posts());
    }
  }

  private static void groups(TriageEvaluation evaluation, PrintStream out) {
    if (evaluation.groups().isEmpty()) {
      return;
    }
    out.printf(
        "%n  %-22s complaints  chatter  found .5/.9  false alarms .5/.9  AUC   found at 3 %%%n",
        "language or kind");
    evaluation
        .groups()
        .forEach(
            (group, quality) ->
                out.printf(
                    "  %-22s %10d %8d %12s %19s  %-5s %s%n",
                    group,
                    quality.complaints(),
                    quality.posts() - quality.complaints(),
                    share(quality.recall(DIRECTED)) + "/" + share(quality.recall(OPEN)),
                    share(quality.falseAlarms(DIRECTED)) + "/" + share(quality.falseAlarms(OPEN)),
                    share(quality.auc()),
                    share(quality.recallAtFalseAlarms(.03))));
  }

  private static String share(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.3f", value);
  }
}
