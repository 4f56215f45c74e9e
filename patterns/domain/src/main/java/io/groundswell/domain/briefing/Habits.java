package io.groundswell.domain.briefing;

import io.groundswell.domain.report.Reports;
import io.groundswell.domain.report.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which shares of a product's complaints its regions and components usually have, with a half-life
 * of four weeks; at most {@value #MOST} of them. Mutable and flat, since it is operator state.
 */
public final class Habits {
  /** Of more, those that are met most. */
  static final int MOST = 256;

  private static final double HALF_LIFE = 28.0 * 24 * 3_600_000;

  /** Fewer complaints say nothing of shares. */
  private static final double TELLING = 30;

  /** Complaints by key of the subject. */
  public Map<String, Double> counts = new HashMap<>();

  /** All complaints, in the same measure. */
  public double total;

  /** Up to when, epoch milliseconds. */
  public long upTo;

  /** Learns from a bucket in which nothing was out of the ordinary. */
  public void learn(Reports reports) {
    if (upTo > 0 && reports.start() > upTo) {
      double keep = Math.pow(2, -(reports.start() - upTo) / HALF_LIFE);
      counts.replaceAll((key, count) -> count * keep);
      total *= keep;
    }
    upTo = Math.max(upTo, reports.start());
    for (Tally tally : reports.tallies()) {
      if (tally.subject().equals(reports.product())) {
        total += tally.posts();
      } else if (!tally.subject().startsWith("@")) {
        counts.merge(tally.subject(), (double) tally.posts(), Double::sum);
      }
    }
    while (counts.size() > MOST) {
      counts.remove(least());
    }
  }

  private String least() {
    return counts.entrySet().stream()
        .min(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  /** Whether enough is known to say anything. */
  boolean tell() {
    return total >= TELLING;
  }

  /** The share of the product's complaints that are about a subject, 0 to 1. */
  double share(String subject) {
    return total == 0 ? 0 : Math.min(1, counts.getOrDefault(subject, 0.0) / total);
  }

  /** Keys of the subjects that are known, in order. */
  List<String> subjects() {
    List<String> subjects = new ArrayList<>(counts.keySet());
    subjects.sort(Comparator.naturalOrder());
    return subjects;
  }
}
