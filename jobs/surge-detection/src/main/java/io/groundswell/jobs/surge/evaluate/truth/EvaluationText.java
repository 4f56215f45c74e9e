package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.html.Figures;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** An evaluation for a person at a terminal. */
public final class EvaluationText {
  private final Evaluation evaluation;
  private final Setup setup;

  /** The text of an evaluation. */
  public EvaluationText(Evaluation evaluation, Setup setup) {
    this.evaluation = evaluation;
    this.setup = setup;
  }

  /** Prints it. */
  public void print(PrintStream out) {
    int widest = evaluation.rows().stream().mapToInt(v -> v.row().id().length()).max().orElse(1);
    String format = "  %-9s %-" + widest + "s  %s%n";
    for (RowVerdict row : evaluation.rows()) {
      out.printf(format, row.verdict().label(), row.row().id(), story(row));
    }
    out.println();
    figures().forEach(line -> out.println("  " + line));
  }

  private String story(RowVerdict verdict) {
    if (!verdict.inInput()) {
      return "lies outside the input";
    }
    if (verdict.caught().isEmpty()) {
      return verdict.verdict() == Verdict.MISSED ? quiet(verdict) : "no incident";
    }
    Catch first = verdict.caught().get(0);
    String more =
        verdict.caught().size() > 1 ? ", %d incidents".formatted(verdict.caught().size()) : "";
    return "%s  %s, %s after it began%s%s"
        .formatted(
            Figures.time(first.at()),
            first.incident().subject(),
            Figures.or(verdict.afterOnset(), Figures::minutes),
            lead(verdict.lead()),
            more);
  }

  private static String lead(OptionalDouble lead) {
    return lead.isEmpty()
        ? ""
        : ", %s %s the official word"
            .formatted(
                Figures.minutes(Math.abs(lead.getAsDouble())),
                lead.getAsDouble() >= 0 ? "before" : "after");
  }

  private String quiet(RowVerdict verdict) {
    String subject = verdict.subject();
    return subject == null
        ? "nothing in its period names its subjects"
        : "no incident, with " + setup.about(verdict.posts(), subject) + " in its period";
  }

  /** The figures, a line each. */
  private List<String> figures() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "recall         %d of %d that must be told: %s"
            .formatted(
                evaluation.count(Verdict.CAUGHT),
                evaluation.musts(),
                Figures.or(evaluation.recall(), Figures::percent)));
    lines.add("unexplained    " + Sentences.unexplained(evaluation, setup));
    lines.add(
        "false          %d where nothing must be told".formatted(evaluation.falseIncidents()));
    lines.add("delay          " + delay());
    if (evaluation.leads().length > 0) {
      lines.add("lead           " + Sentences.lead(evaluation));
    }
    lines.add("per cause      " + Sentences.perCause(evaluation));
    lines.add("evidence       " + Sentences.byEvidence(evaluation));
    lines.add("time in alert  " + Sentences.inAlert(evaluation));
    return lines;
  }

  private String delay() {
    OptionalDouble onset = Evaluation.median(evaluation.delays());
    if (onset.isEmpty()) {
      return "nothing that must be told was";
    }
    return "median %s after onset, %s, %s"
        .formatted(
            Figures.or(onset, Figures::minutes),
            Sentences.afterPost(evaluation, 1),
            Sentences.afterPost(evaluation, RowVerdict.MOST_POSTS));
  }
}
