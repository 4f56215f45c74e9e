package io.groundswell.jobs.surge.evaluate.faults;

import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to compare with: reports grouped by the share of words that they have in common (Jaccard's),
 * on average, all words alike.
 */
final class SharedWords {
  /** Thresholds to choose the best of, with the truth in view. */
  static final double[] THRESHOLDS = {.02, .05, .1, .15, .2};

  private SharedWords() {}

  static List<List<Report>> group(List<Report> reports, double threshold) {
    List<List<Report>> groups = new ArrayList<>();
    reports.forEach(report -> groups.add(new ArrayList<>(List.of(report))));
    while (true) {
      double best = threshold;
      int to = -1;
      int from = -1;
      for (int i = 0; i < groups.size(); i++) {
        for (int k = i + 1; k < groups.size(); k++) {
          double alike = average(groups.get(i), groups.get(k));
          if (alike > best) {
            best = alike;
            to = i;
            from = k;
          }
        }
      }
      if (to < 0) {
        return groups;
      }
      groups.get(to).addAll(groups.remove(from));
    }
  }

  private static double average(List<Report> group, List<Report> other) {
    double sum = 0;
    for (Report one : group) {
      for (Report two : other) {
        sum += jaccard(words(one), words(two));
      }
    }
    return sum / group.size() / other.size();
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    int all = one.size() + other.size() - both.size();
    return all == 0 ? 0 : (double) both.size() / all;
  }

  private static Set<String> words(Report report) {
    Set<String> words = new HashSet<>();
    report.words().stream().map(Word::text).forEach(words::add);
    return words;
  }
}
