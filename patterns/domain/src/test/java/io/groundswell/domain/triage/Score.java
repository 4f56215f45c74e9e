package io.groundswell.domain.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How well probabilities agree with labels. */
final class Score {
  private record Judged(double probability, boolean complaint) {}

  private final List<Judged> judged = new ArrayList<>();

  static Score of(List<LabelledText> posts, ToDoubleFunction<String> judge) {
    Score score = new Score();
    for (LabelledText post : posts) {
      score.judged.add(new Judged(judge.applyAsDouble(post.text()), post.complaint()));
    }
    score.judged.sort(Comparator.comparingDouble(Judged::probability).reversed());
    return score;
  }

  /** Share of complaints at or above a threshold. */
  double recall(double threshold) {
    return share(true, threshold);
  }

  /** Share of chatter at or above a threshold. */
  double falseAlarms(double threshold) {
    return share(false, threshold);
  }

  private double share(boolean complaint, double threshold) {
    double all = count(complaint);
    long above =
        judged.stream().filter(j -> j.complaint == complaint && j.probability >= threshold).count();
    return all == 0 ? 0 : above / all;
  }

  private double count(boolean complaint) {
    return judged.stream().filter(j -> j.complaint == complaint).count();
  }

  /** Chance that a complaint scores above a piece of chatter. */
  double auc() {
    double complaints = 0;
    double above = 0;
    for (Judged one : judged) {
      complaints += one.complaint ? 1 : 0;
      above += one.complaint ? 0 : complaints;
    }
    return above / (complaints * (judged.size() - complaints));
  }

  /** Mean of the F1 of complaints and the F1 of chatter. */
  double macroF1(double threshold) {
    double complaints = count(true);
    double hits = recall(threshold) * complaints;
    double alarms = falseAlarms(threshold) * (judged.size() - complaints);
    return macroF1(hits, alarms, complaints, judged.size());
  }

  double bestMacroF1() {
    double complaints = count(true);
    double best = 0;
    double hits = 0;
    for (int i = 0; i < judged.size(); i++) {
      hits += judged.get(i).complaint ? 1 : 0;
      best = Math.max(best, macroF1(hits, i + 1 - hits, complaints, judged.size()));
    }
    return best;
  }

  private static double macroF1(double hits, double alarms, double complaints, double all) {
    double chatter = all - complaints;
    double missed = complaints - hits;
    double complaintF1 = 2 * hits / (2 * hits + alarms + missed);
    double quiet = chatter - alarms;
    return (complaintF1 + 2 * quiet / (2 * quiet + alarms + missed)) / 2;
  }
}
