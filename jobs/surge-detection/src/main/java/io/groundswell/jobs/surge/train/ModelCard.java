package io.groundswell.jobs.surge.train;

import io.groundswell.domain.triage.Adaptation;
import io.groundswell.domain.triage.LinearModel;
import io.groundswell.domain.triage.TriageQuality;
import java.util.Locale;

/** What a model is made of and good for, in words: a model card (Mitchell and others 2019). */
public final class ModelCard {
  private static final String LIMITS =
      """

      ## Limits
      - A probability of .5 is made for posts directed at a product; on an open stream it calls many an
        ordinary post a complaint. Use .9 there, as the policy does.
      - It reads words, not meaning: sarcasm without a cue, faults told only by their physics and
        expectations broken without a word for it are missed most.
      - Languages differ: measure yours with `groundswell evaluate --triage`.
      - Only the first 2,000 characters of a post are read; handles, links and digits are not.
      """;

  private final Training training;
  private final StringBuilder text = new StringBuilder();

  private ModelCard(Training training) {
    this.training = training;
  }

  /** The card in Markdown. */
  public static String of(Training training) {
    return new ModelCard(training).write();
  }

  private String write() {
    line("# Triage model `%s`", training.model().version());
    line("");
    line(
        "Tells complaints from chatter: a linear model over hashed words, stems and what lexicons");
    line("in fifteen languages say of them; a logistic function makes a probability of its sum.");
    data();
    if (training.adaptation() != null) {
      figures(training.adaptation());
    }
    return text.append(LIMITS).toString();
  }

  private void data() {
    line("");
    line("## Data");
    LinearModel from = training.from();
    if (from == null) {
      line("Groundswell's own templates and lexicons (the project's licence), and:");
    } else {
      line("Learned on from the model `%s`, whose card says its own data, with:", from.version());
    }
    line("");
    line("| file | rows | taken as | SHA-256 |");
    line("|---|---|---|---|");
    for (NamedInput input : training.inputs()) {
      line("| %s | %,d | %s | `%s` |", input.name(), input.rows(), input.as(), input.sha256());
    }
    line("");
    line(
        from == null
            ? "Licences: forum text CC BY-SA (repository MPL-2.0), tweets MIT. Weights alone are"
                + " kept, no text."
            : "The licence of these posts is yours to know. Weights alone are kept, no text.");
  }

  private void figures(Adaptation adaptation) {
    line("");
    line("## Figures");
    line(
        "On the posts above, each judged by a model that has not seen it: five folds, and how much");
    line("the posts count chosen inside each (%s in the final model).", adaptation.cost());
    line("");
    line("| | before | after |");
    line("|---|---|---|");
    TriageQuality before = adaptation.before();
    TriageQuality after = adaptation.after();
    row("macro F1 at .5", before.macroF1(.5), after.macroF1(.5));
    row("AUC", before.auc(), after.auc());
    row("precision at .5", before.precision(.5), after.precision(.5));
    row("complaints found at .5", before.recall(.5), after.recall(.5));
    row("complaints found at .9", before.recall(.9), after.recall(.9));
    row("chatter called complaint at .9", before.falseAlarms(.9), after.falseAlarms(.9));
    row("calibration error", before.calibrationError(), after.calibrationError());
  }

  private void row(String name, double before, double after) {
    line("| %s | %.3f | %.3f |", name, before, after);
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
