package io.groundswell.domain.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Picks reports to show as a person would: the clearest of each fault, the largest first, then
 * clear ones that say it differently (after J. Carbonell and J. Goldstein, "The use of MMR,
 * diversity-based reranking", SIGIR 1998), rather in another language.
 */
final class Examples {
  private static final int MOST = 5;

  /** Room is left for another voice, however many faults there are. */
  private static final int MOST_OF_FAULTS = 4;

  /** More alike, and it is a copy. */
  private static final double ALIKE = .9;

  /** Less clear than so much of the clearest is not worth a reader's time. */
  private static final double LEAST_CLEAR = .3;

  private static final double OTHER_LANGUAGE = 1.3;

  private final List<Reading> readings;
  private final Alike alike;
  private final double[] clarity;
  private final List<Integer> picked = new ArrayList<>();

  private Examples(List<Reading> readings, Alike alike, double[] clarity) {
    this.readings = readings;
    this.alike = alike;
    this.clarity = clarity;
  }

  /**
   * Places of the reports to show.
   *
   * @param clearest places of the clearest of each fault, the largest fault first
   */
  static List<Integer> pick(
      List<Reading> readings, Alike alike, double[] clarity, List<Integer> clearest) {
    Examples examples = new Examples(readings, alike, clarity);
    clearest.stream().limit(MOST_OF_FAULTS).forEach(examples.picked::add);
    int next = examples.next();
    while (next >= 0 && examples.picked.size() < MOST) {
      examples.picked.add(next);
      next = examples.next();
    }
    return examples.picked;
  }

  /** The place of the best of the rest, or -1 where none is worth it. */
  private int next() {
    Set<String> langs = new HashSet<>();
    picked.forEach(place -> langs.add(readings.get(place).lang()));
    double clearest = 0;
    for (double one : clarity) {
      clearest = Math.max(clearest, one);
    }
    double best = 0;
    int next = -1;
    for (int i = 0; i < readings.size(); i++) {
      double said = nearestPicked(i);
      boolean worth = picked.isEmpty() || clarity[i] >= LEAST_CLEAR * clearest;
      if (picked.contains(i) || said > ALIKE || !worth) {
        continue;
      }
      double other = langs.contains(readings.get(i).lang()) ? 1 : OTHER_LANGUAGE;
      double value = clarity[i] * (1 - said) * other;
      if (value > best) {
        best = value;
        next = i;
      }
    }
    return next;
  }

  private double nearestPicked(int place) {
    return picked.stream().mapToDouble(one -> alike.pair(place, one)).max().orElse(0);
  }
}
