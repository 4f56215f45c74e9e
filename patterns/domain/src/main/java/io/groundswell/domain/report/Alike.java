package io.groundswell.domain.report;

import java.util.List;

/** How alike the reports of a surge are, each to each. */
final class Alike {
  private final double[][] alike;

  /** By their sketches. */
  Alike(List<Sketch> sketches) {
    alike = new double[sketches.size()][sketches.size()];
    for (int i = 0; i < alike.length; i++) {
      alike[i][i] = 1;
      for (int k = 0; k < i; k++) {
        alike[i][k] = sketches.get(i).likeness(sketches.get(k));
        alike[k][i] = alike[i][k];
      }
    }
  }

  /** How many reports there are. */
  int size() {
    return alike.length;
  }

  /** Two reports: 0 where they share nothing, 1 where they say the same. */
  double pair(int one, int other) {
    return alike[one][other];
  }

  /** The average over all pairs between two groups. */
  double average(List<Integer> group, List<Integer> other) {
    return sum(group, other) / group.size() / other.size();
  }

  /** A report and the centre of a group, without the report itself. */
  double near(int report, List<Integer> group) {
    List<Integer> others = group.stream().filter(one -> one != report).toList();
    return others.isEmpty() ? 0 : sum(List.of(report), others) / Math.sqrt(sum(others, others));
  }

  private double sum(List<Integer> group, List<Integer> other) {
    double sum = 0;
    for (int i : group) {
      for (int k : other) {
        sum += alike[i][k];
      }
    }
    return sum;
  }
}
