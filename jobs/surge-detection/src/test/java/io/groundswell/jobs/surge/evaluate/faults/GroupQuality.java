package io.groundswell.jobs.surge.evaluate.faults;

import io.groundswell.domain.report.Report;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How well groups keep to faults. A fault's group is the one that holds most of its reports.
 *
 * @param purity the share of that group's reports that are the fault's, averaged over faults
 * @param completeness the share of the fault's reports that are in it, averaged over faults
 * @param oneGroup how many of the faults have a group that holds most of their reports and of which
 *     most are theirs, as a share
 */
record GroupQuality(double purity, double completeness, double oneGroup) {

  static GroupQuality of(List<Burst> bursts, Function<List<Report>, List<List<Report>>> grouping) {
    double purity = 0;
    double completeness = 0;
    int one = 0;
    int faults = 0;
    for (Burst burst : bursts) {
      List<List<Report>> groups = grouping.apply(burst.reports());
      for (String fault : burst.faults()) {
        double size = about(fault, burst, burst.reports());
        double held = 0;
        double pure = 0;
        for (List<Report> group : groups) {
          double hits = about(fault, burst, group);
          if (hits > held) {
            held = hits;
            pure = hits / group.size();
          }
        }
        purity += pure;
        completeness += held / size;
        one += pure > .5 && held / size > .5 ? 1 : 0;
        faults++;
      }
    }
    return new GroupQuality(purity / faults, completeness / faults, (double) one / faults);
  }

  private static long about(String fault, Burst burst, List<Report> reports) {
    return reports.stream()
        .filter(report -> burst.sayings().get((int) report.identity()).fault().equals(fault))
        .count();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "purity %.3f, completeness %.3f, one fault one group %.3f",
        purity,
        completeness,
        oneGroup);
  }
}
