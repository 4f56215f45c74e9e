package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What people have judged incidents to be, beside the truth.
 *
 * @param verdicts the last word on each incident, by its id
 */
public record LastWords(Map<String, Verdict> verdicts) {
  private static final int MOST = 10;

  /**
   * In a few lines: how many of each, how precise that makes the job, where the truth disagrees.
   */
  public List<String> lines(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    long real = count(evaluation, Judgement.REAL);
    long wrong = count(evaluation, Judgement.FALSE);
    lines.add(
        "people say     %d real, %d false, %d duplicates of %d incidents; precision by them %s"
            .formatted(
                real,
                wrong,
                count(evaluation, Judgement.DUPLICATE),
                evaluation.incidents().size(),
                real + wrong == 0 ? "-" : Figures.percent((double) real / (real + wrong))));
    List<String> disagreements =
        evaluation.incidents().stream()
            .map(this::disagreement)
            .filter(line -> !line.isEmpty())
            .toList();
    disagreements.stream().limit(MOST).forEach(line -> lines.add("               " + line));
    if (disagreements.size() > MOST) {
      lines.add("               and %d more".formatted(disagreements.size() - MOST));
    }
    return lines;
  }

  private long count(Evaluation evaluation, Judgement judgement) {
    return evaluation.incidents().stream()
        .map(told -> verdicts.get(told.incident().id()))
        .filter(verdict -> verdict != null && verdict.judgement() == judgement)
        .count();
  }

  private String disagreement(IncidentVerdict told) {
    Verdict verdict = verdicts.get(told.incident().id());
    if (verdict == null) {
      return "";
    }
    String said =
        "%s was called %s by %s"
            .formatted(verdict.incidentId(), verdict.judgement().label(), verdict.by());
    if (verdict.judgement() == Judgement.FALSE && told.explained()) {
      return said + ", but the truth has " + String.join(", ", told.explainedBy());
    }
    return verdict.judgement() == Judgement.REAL && !told.explained()
        ? said + ", but nothing in the truth explains it"
        : "";
  }
}
