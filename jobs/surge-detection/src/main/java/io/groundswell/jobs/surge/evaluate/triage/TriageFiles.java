package io.groundswell.jobs.surge.evaluate.triage;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.triage.TriageQuality;
import io.groundswell.jobs.surge.connector.CsvCells;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes an evaluation of triage into a folder. */
public final class TriageFiles {
  private static final String FIGURES = "evaluation.json";
  private static final String JUDGED = "judged.csv";

  /** Names of the files. */
  public static final List<String> ALL = List.of(FIGURES, JUDGED);

  private TriageFiles() {}

  /** Writes the figures, and every post with its probability, the worst mistakes first. */
  public static void write(Path folder, TriageEvaluation evaluation) throws IOException {
    try (Writer out = LocalFiles.writer(folder.resolve(FIGURES).toString())) {
      out.write(figures(evaluation) + "\n");
    }
    try (Writer out = LocalFiles.writer(folder.resolve(JUDGED).toString())) {
      out.write("id,label,probability,group,text\n");
      for (int post : worstFirst(evaluation)) {
        out.write(row(evaluation, post));
      }
    }
  }

  private static List<Integer> worstFirst(TriageEvaluation evaluation) {
    return IntStream.range(0, evaluation.posts().size())
        .boxed()
        .sorted(Comparator.comparingDouble(post -> -miss(evaluation, post)))
        .toList();
  }

  private static double miss(TriageEvaluation evaluation, int post) {
    double truth = evaluation.posts().get(post).complaint() ? 1 : 0;
    return Math.abs(truth - evaluation.probabilities().get(post));
  }

  private static String row(TriageEvaluation evaluation, int post) {
    LabelledPost labelled = evaluation.posts().get(post);
    return String.join(
            ",",
            CsvCells.quoted(labelled.id()),
            labelled.complaint() ? "complaint" : "chatter",
            Json.figure(evaluation.probabilities().get(post)).toPlainString(),
            CsvCells.quoted(labelled.group()),
            CsvCells.quoted(labelled.text()))
        + "\n";
  }

  private static String figures(TriageEvaluation evaluation) {
    return Json.object(
        json -> {
          json.writeStringField("corpus", evaluation.corpus());
          json.writeStringField("model", evaluation.model());
          json.writeNumberField("posts_per_second", Math.round(evaluation.postsPerSecond()));
          json.writeObjectFieldStart("all");
          write(json, evaluation.overall());
          json.writeEndObject();
          json.writeObjectFieldStart("groups");
          for (var group : evaluation.groups().entrySet()) {
            json.writeObjectFieldStart(group.getKey());
            write(json, group.getValue());
            json.writeEndObject();
          }
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, TriageQuality quality) throws IOException {
    json.writeNumberField("posts", quality.posts());
    json.writeNumberField("complaints", quality.complaints());
    figure(json, "precision_at_0.5", quality.precision(.5));
    figure(json, "recall_at_0.5", quality.recall(.5));
    figure(json, "false_alarms_at_0.5", quality.falseAlarms(.5));
    figure(json, "macro_f1_at_0.5", quality.macroF1(.5));
    figure(json, "precision_at_0.9", quality.precision(.9));
    figure(json, "recall_at_0.9", quality.recall(.9));
    figure(json, "false_alarms_at_0.9", quality.falseAlarms(.9));
    figure(json, "auc", quality.auc());
    figure(json, "best_macro_f1", quality.bestMacroF1());
    figure(json, "precision_at_recall_0.5", quality.precisionAtRecall(.5));
    figure(json, "precision_at_recall_0.8", quality.precisionAtRecall(.8));
    figure(json, "recall_at_3_percent_false_alarms", quality.recallAtFalseAlarms(.03));
    figure(json, "calibration_error", quality.calibrationError());
  }

  private static void figure(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumberField(name, Json.figure(value));
    } else {
      json.writeNullField(name);
    }
  }
}
