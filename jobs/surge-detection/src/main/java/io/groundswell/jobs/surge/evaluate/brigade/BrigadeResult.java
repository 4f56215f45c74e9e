package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.jobs.surge.evaluate.truth.ToldIncident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What came of all trials.
 *
 * @param plan what was tried
 * @param outcomes of its trials, in their order
 */
public record BrigadeResult(BrigadePlan plan, List<Outcome> outcomes) {

  /** Finds what came of each trial among what a job told. */
  public static BrigadeResult of(BrigadePlan plan, List<ToldIncident> told) {
    Map<String, List<ToldIncident>> products =
        told.stream().collect(Collectors.groupingBy(Outcome::product));
    return new BrigadeResult(
        plan,
        plan.trials().stream()
            .map(trial -> Outcome.of(trial, products.getOrDefault(trial.product(), List.of())))
            .toList());
  }

  /** Curves of brigades alone, kind by kind. */
  public List<BrigadeRow> brigades(Duration length) {
    List<BrigadeRow> rows = new ArrayList<>();
    for (BrigadeKind kind : BrigadeKind.values()) {
      rows.add(row(kind.label(), length, trial -> trial.people() == 0));
    }
    return rows;
  }

  /** The curve of as many people. */
  public BrigadeRow people(Duration length) {
    return row(Trial.PEOPLE, length, trial -> !trial.control());
  }

  /** Outages that a brigade hides, kind by kind. */
  public List<BrigadeRow> hidden(Duration length) {
    List<BrigadeRow> rows = new ArrayList<>();
    for (BrigadeKind kind : BrigadeKind.values()) {
      rows.add(row(kind.label(), length, trial -> trial.people() > 0));
    }
    return rows;
  }

  private BrigadeRow row(String what, Duration length, Predicate<Trial> which) {
    return BrigadeRow.of(
        what,
        length,
        outcomes.stream()
            .filter(outcome -> outcome.trial().what().equals(what))
            .filter(outcome -> outcome.trial().length().equals(length))
            .filter(outcome -> which.test(outcome.trial()))
            .toList());
  }

  /** Products about which only the usual people complained, and a surge was told all the same. */
  public int byChance() {
    return (int) outcomes.stream().filter(o -> o.trial().control() && o.opened()).count();
  }

  /** Brigades of fewer than it has to take that were told as a surge; paraphrases are no claim. */
  public List<Outcome> tooFew() {
    return outcomes.stream()
        .filter(outcome -> outcome.opened() && outcome.trial().people() == 0)
        .filter(outcome -> outcome.trial().scripted() < BrigadePlan.LEAST)
        .filter(outcome -> claimed(outcome.trial()))
        .toList();
  }

  /** How many brigades of fewer than it has to take there were. */
  public long ofTooFew() {
    return outcomes.stream()
        .map(Outcome::trial)
        .filter(trial -> trial.people() == 0 && !trial.control())
        .filter(trial -> trial.scripted() < BrigadePlan.LEAST && claimed(trial))
        .count();
  }

  private static boolean claimed(Trial trial) {
    return trial.kind() != null && trial.kind() != BrigadeKind.PARAPHRASE;
  }
}
