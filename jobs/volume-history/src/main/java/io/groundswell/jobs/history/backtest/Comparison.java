package io.groundswell.jobs.history.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What a candidate tells beside what the live rules tell of the same posts. Incidents are the same
 * if their ids are, and else where they are about one product and open at one time; each is paired
 * once, the first with the first.
 *
 * @param name the candidate's
 * @param raised the incidents that people would be told of, in the order of time
 * @param changes one of each incident of either, in the order of time
 * @param weeks how long the history is
 * @param unexplained alarms that a truth does not explain, a week; empty without a truth
 */
public record Comparison(
    String name,
    List<Raised> raised,
    List<Change> changes,
    double weeks,
    OptionalDouble unexplained) {

  /** Holds a candidate's incidents beside those of the live rules. */
  public static Comparison of(
      String name,
      List<Raised> live,
      List<Raised> candidate,
      double weeks,
      OptionalDouble unexplained) {
    List<Raised> left = new ArrayList<>(told(live));
    List<Raised> raised = told(candidate);
    List<Change> changes = new ArrayList<>();
    List<Raised> unpaired = new ArrayList<>();
    for (Raised after : raised) {
      if (!pair(after, left, before -> before.id().equals(after.id()), changes)) {
        unpaired.add(after);
      }
    }
    for (Raised after : unpaired) {
      if (!pair(after, left, after::resembles, changes)) {
        changes.add(new Change(null, after));
      }
    }
    left.forEach(before -> changes.add(new Change(before, null)));
    changes.sort(Comparator.comparingLong(change -> change.incident().detectedAt()));
    return new Comparison(name, raised, List.copyOf(changes), weeks, unexplained);
  }

  private static List<Raised> told(List<Raised> all) {
    return all.stream()
        .filter(Raised::told)
        .sorted(Comparator.comparingLong(Raised::detectedAt).thenComparing(Raised::id))
        .toList();
  }

  private static boolean pair(
      Raised after, List<Raised> left, Predicate<Raised> same, List<Change> changes) {
    for (Raised before : left) {
      if (same.test(before)) {
        changes.add(new Change(before, after));
        left.remove(before);
        return true;
      }
    }
    return false;
  }

  /** How many incidents change so. */
  public long count(Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** How many incidents are told a week. */
  public double incidentsPerWeek() {
    return raised.size() / weeks;
  }

  /** How many of them page somebody, a week. */
  public double pagesPerWeek() {
    return raised.stream().filter(Raised::pages).count() / weeks;
  }

  /** How many are told a week that people called false. */
  public double calledFalsePerWeek() {
    return changes.stream().filter(Change::isToldAndFalse).count() / weeks;
  }

  /** Median of the minutes by which incidents are ahead of the support queue; empty without any. */
  public OptionalDouble medianLead() {
    long[] seconds =
        raised.stream()
            .flatMapToLong(
                one ->
                    one.leadSeconds() == null
                        ? LongStream.empty()
                        : LongStream.of(one.leadSeconds()))
            .sorted()
            .toArray();
    return seconds.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2]) / 120.0);
  }
}
