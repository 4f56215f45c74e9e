package io.groundswell.domain.report;

import io.groundswell.domain.baseline.Elementary;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which reports of a language use a word or a phrase, and in what form. Mutable. */
final class Usage {
  private final List<String> stems;
  private final BitSet reports = new BitSet();
  private final Map<String, Integer> forms = new TreeMap<>();
  private double usual = 1;

  /** Of a word, or of the words of a phrase, by what their forms have in common. */
  Usage(List<String> stems) {
    this.stems = stems;
  }

  /** A report uses it; of several shares the smallest counts, since a surge teaches its words. */
  void add(int report, String form, double usualShare) {
    if (!reports.get(report)) {
      reports.set(report);
      forms.merge(form, 1, Integer::sum);
    }
    usual = Math.min(usual, usualShare);
  }

  List<String> stems() {
    return stems;
  }

  BitSet reports() {
    return reports;
  }

  int count() {
    return reports.cardinality();
  }

  /** The form that most use; of several the first of the alphabet. */
  String form() {
    return forms.entrySet().stream()
        .max(
            Comparator.comparingInt(Map.Entry<String, Integer>::getValue)
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .orElseThrow()
        .getKey();
  }

  /** How many times as common it is among {@code n} reports as usual. */
  double lift(int n) {
    return (double) count() / n / usual;
  }

  /**
   * How unlikely so many of {@code n} would be if it were as common as usual: twice the logarithm
   * of the likelihood ratio (T. Dunning, "Accurate methods for the statistics of surprise and
   * coincidence", Computational Linguistics 19, 1993).
   */
  double surprise(int n) {
    double count = count();
    double rest = n - count;
    return 2
        * (count * Elementary.log(count / n / usual)
            + (rest == 0 ? 0 : rest * Elementary.log(rest / n / (1 - usual))));
  }
}
