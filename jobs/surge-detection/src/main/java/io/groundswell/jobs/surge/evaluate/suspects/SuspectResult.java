package io.groundswell.jobs.surge.evaluate.suspects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of all histories.
 *
 * @param seeds of the histories
 * @param size of each
 * @param outcomes of all faults
 * @param rows a row for each pace
 */
public record SuspectResult(
    List<Long> seeds, Size size, List<SuspectOutcome> outcomes, List<SuspectRow> rows) {

  /** Collects what came of one history after another. */
  public static final class Collecting {
    private final List<Long> seeds;
    private final Size size;
    private final List<SuspectOutcome> outcomes = new ArrayList<>();
    private final List<SuspectRow> rows = new ArrayList<>();

    /** For histories of these seeds and one size. */
    public Collecting(List<Long> seeds, Size size) {
      this.size = size;
      this.seeds = List.copyOf(seeds);
    }

    void add(Pace pace, List<Ran> histories) {
      List<SuspectOutcome> own = new ArrayList<>();
      int withEvents = 0;
      int without = 0;
      for (Ran ran : histories) {
        for (Fault fault : ran.faults()) {
          own.add(
              SuspectOutcome.of(pace, fault, of(fault, ran.openings()), of(fault, ran.without())));
        }
        withEvents += unexplained(ran.faults(), ran.openings());
        without += unexplained(ran.faults(), ran.without());
      }
      outcomes.addAll(own);
      double weeks = histories.size() * size.days() / 7.0;
      rows.add(SuspectRow.of(pace, own, weeks, withEvents, without));
    }

    /** All of it. */
    SuspectResult result() {
      return new SuspectResult(seeds, size, List.copyOf(outcomes), List.copyOf(rows));
    }
  }

  /**
   * A history that the job has read twice.
   *
   * @param faults what happened
   * @param openings what was told where changes were known
   * @param without what was told where they were not
   */
  record Ran(List<Fault> faults, List<JsonNode> openings, List<JsonNode> without) {}

  private static List<JsonNode> of(Fault fault, List<JsonNode> openings) {
    return openings.stream().filter(one -> Openings.product(one).equals(fault.product())).toList();
  }

  /** Incidents that no fault explains. */
  private static int unexplained(List<Fault> faults, List<JsonNode> openings) {
    int count = 0;
    for (JsonNode opening : openings) {
      long at = Openings.detected(opening);
      boolean explained =
          faults.stream()
              .filter(fault -> fault.product().equals(Openings.product(opening)))
              .anyMatch(fault -> fault.holds(at));
      count += explained || Openings.product(opening).isEmpty() ? 0 : 1;
    }
    return count;
  }
}
