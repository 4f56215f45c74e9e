package io.groundswell.domain.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings together what is alike: the two groups that are most alike on average become one, as long
 * as they are alike enough (average linkage; Sokal and Michener, "A statistical method for
 * evaluating systematic relationships", 1958). Then each report goes to the group whose centre it
 * is nearest to, which mends what was joined too early.
 */
final class Grouping {
  /** Groups less alike stay apart. */
  private static final double LEAST_ALIKE = .09;

  /** A report less near to a group's centre stays alone. */
  private static final double LEAST_NEAR = .08;

  private static final int ROUNDS = 3;

  private Grouping() {}

  /**
   * Groups of places, the largest first, each in order.
   *
   * @param leastSize smaller ones are left out
   */
  static List<List<Integer>> of(Alike alike, int leastSize) {
    List<List<Integer>> groups = large(join(alike), leastSize);
    for (int round = 0; round < ROUNDS; round++) {
      groups = large(settle(alike, groups), leastSize);
    }
    return groups.stream()
        .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size()))
        .toList();
  }

  private static List<List<Integer>> large(List<List<Integer>> groups, int leastSize) {
    return groups.stream().filter(group -> group.size() >= leastSize).toList();
  }

  private static List<List<Integer>> join(Alike alike) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < alike.size(); i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
    while (joinNearest(alike, groups)) {
      // The next two are the nearest of those that are left.
    }
    return groups;
  }

  private static boolean joinNearest(Alike alike, List<List<Integer>> groups) {
    double nearest = LEAST_ALIKE;
    int to = -1;
    int from = -1;
    for (int i = 0; i < groups.size(); i++) {
      for (int k = i + 1; k < groups.size(); k++) {
        double average = alike.average(groups.get(i), groups.get(k));
        if (average > nearest) {
          nearest = average;
          to = i;
          from = k;
        }
      }
    }
    return to >= 0 && groups.get(to).addAll(groups.remove(from));
  }

  private static List<List<Integer>> settle(Alike alike, List<List<Integer>> groups) {
    List<List<Integer>> settled = new ArrayList<>();
    groups.forEach(group -> settled.add(new ArrayList<>()));
    for (int i = 0; i < alike.size(); i++) {
      double nearest = LEAST_NEAR;
      int to = -1;
      for (int g = 0; g < groups.size(); g++) {
        double near = alike.near(i, groups.get(g));
        if (near > nearest) {
          nearest = near;
          to = g;
        }
      }
      if (to >= 0) {
        settled.get(to).add(i);
      }
    }
    return settled;
  }
}
