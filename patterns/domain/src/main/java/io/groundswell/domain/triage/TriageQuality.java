package io.groundswell.domain.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well probabilities agree with labels. Built once from judged posts; all figures are 0 to 1,
 * and NaN where a label that they need does not occur.
 */
public final class TriageQuality {
  /** The reliability table has so many rows of probabilities. */
  public static final int BINS = 10;

  private final List<Judged> judged;
  private final int complaints;

  private TriageQuality(List<Judged> judged) {
    this.judged = judged;
    this.complaints = (int) judged.stream().filter(Judged::complaint).count();
  }

  /**
   * A post as judged.
   *
   * @param probability that it is a complaint, 0 to 1
   * @param complaint whether it is one
   */
  public record Judged(double probability, boolean complaint) {}

  /**
   * A row of the reliability table: posts with nearly the same probability.
   *
   * @param posts how many
   * @param said their mean probability
   * @param observed share of complaints among them
   */
  public record Bin(int posts, double said, double observed) {}

  /** The quality of these judgements. */
  public static TriageQuality of(List<Judged> judged) {
    List<Judged> sorted = new ArrayList<>(judged);
    sorted.sort(Comparator.comparingDouble(Judged::probability).reversed());
    return new TriageQuality(sorted);
  }

  /** How many posts were judged. */
  public int posts() {
    return judged.size();
  }

  /** How many of them are complaints. */
  public int complaints() {
    return complaints;
  }

  /** Share of complaints at or above a threshold. */
  public double recall(double threshold) {
    return (double) above(threshold, true) / complaints;
  }

  /** Share of chatter at or above a threshold. */
  public double falseAlarms(double threshold) {
    return (double) above(threshold, false) / (judged.size() - complaints);
  }

  /** Share of complaints among the posts at or above a threshold. */
  public double precision(double threshold) {
    double hits = above(threshold, true);
    return hits / (hits + above(threshold, false));
  }

  private int above(double threshold, boolean complaint) {
    return (int)
        judged.stream().filter(j -> j.complaint == complaint && j.probability >= threshold).count();
  }

  /** Chance that a complaint gets a higher probability than chatter does; ties count half. */
  public double auc() {
    double won = 0;
    double complaintsBefore = 0;
    for (int i = 0; i < judged.size(); ) {
      int end = i;
      double tied = 0;
      while (end < judged.size() && judged.get(end).probability == judged.get(i).probability) {
        tied += judged.get(end++).complaint ? 1 : 0;
      }
      won += (end - i - tied) * (complaintsBefore + tied / 2);
      complaintsBefore += tied;
      i = end;
    }
    return won / ((double) complaints * (judged.size() - complaints));
  }

  /** Mean of the F1 of complaints and the F1 of chatter. */
  public double macroF1(double threshold) {
    return macroF1(above(threshold, true), above(threshold, false));
  }

  /** The largest macro F1 that any threshold has. */
  public double bestMacroF1() {
    double best = 0;
    double hits = 0;
    for (int i = 0; i < judged.size(); i++) {
      hits += judged.get(i).complaint ? 1 : 0;
      boolean tied =
          i + 1 < judged.size() && judged.get(i + 1).probability == judged.get(i).probability;
      if (!tied) { // No threshold lies between equals.
        best = Math.max(best, macroF1(hits, i + 1 - hits));
      }
    }
    return best;
  }

  private double macroF1(double hits, double alarms) {
    double missed = complaints - hits;
    double quiet = judged.size() - complaints - alarms;
    double ofComplaints = 2 * hits / (2 * hits + alarms + missed);
    return (ofComplaints + 2 * quiet / (2 * quiet + alarms + missed)) / 2;
  }

  /** Share of complaints among the likeliest posts that hold {@code recall} of all complaints. */
  public double precisionAtRecall(double recall) {
    double hits = 0;
    for (int i = 0; i < judged.size(); i++) {
      hits += judged.get(i).complaint ? 1 : 0;
      if (hits >= recall * complaints) {
        return hits / (i + 1);
      }
    }
    return Double.NaN;
  }

  /** Share of complaints above the threshold that lets {@code rate} of the chatter through. */
  public double recallAtFalseAlarms(double rate) {
    if (complaints == judged.size()) {
      return Double.NaN;
    }
    double allowed = rate * (judged.size() - complaints);
    double hits = 0;
    double alarms = 0;
    for (Judged one : judged) {
      hits += one.complaint ? 1 : 0;
      alarms += one.complaint ? 0 : 1;
      if (alarms > allowed) {
        break;
      }
    }
    return hits / complaints;
  }

  /** The reliability table, from unlikely to likely; rows without posts are left out. */
  public List<Bin> reliability() {
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      int bin = b;
      List<Judged> inside =
          judged.stream()
              .filter(j -> Math.min(BINS - 1, (int) (j.probability * BINS)) == bin)
              .toList();
      if (!inside.isEmpty()) {
        bins.add(
            new Bin(
                inside.size(),
                inside.stream().mapToDouble(Judged::probability).average().orElseThrow(),
                inside.stream().mapToDouble(j -> j.complaint ? 1 : 0).average().orElseThrow()));
      }
    }
    return bins;
  }

  /**
   * Mean distance between probability and observed share over the reliability table, weighted by
   * posts: the expected calibration error (Naeini, Cooper and Hauskrecht 2015).
   */
  public double calibrationError() {
    return reliability().stream()
            .mapToDouble(bin -> bin.posts * Math.abs(bin.said - bin.observed))
            .sum()
        / judged.size();
  }
}
