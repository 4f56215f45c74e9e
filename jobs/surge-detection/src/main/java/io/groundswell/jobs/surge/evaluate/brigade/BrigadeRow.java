package io.groundswell.jobs.surge.evaluate.brigade;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One curve: who came, in which time, and what came of it at each size.
 *
 * @param what how the brigade's texts are made, or {@link Trial#PEOPLE}
 * @param length in which time they came
 * @param sizes outcomes by how many came
 */
public record BrigadeRow(String what, Duration length, SortedMap<Integer, List<Outcome>> sizes) {

  /** The curve of such outcomes. */
  static BrigadeRow of(String what, Duration length, List<Outcome> outcomes) {
    SortedMap<Integer, List<Outcome>> sizes = new TreeMap<>();
    for (int size : outcomes.stream().map(outcome -> outcome.trial().size()).distinct().toList()) {
      sizes.put(size, outcomes.stream().filter(o -> o.trial().size() == size).toList());
    }
    return new BrigadeRow(what, length, sizes);
  }

  /** The share of trials of this size in which a surge was told, 0 to 1. */
  public double share(int size) {
    return opened(size) / (double) all(size).size();
  }

  /** In how many trials of this size a surge was told. */
  public int opened(int size) {
    return (int) all(size).stream().filter(Outcome::opened).count();
  }

  private List<Outcome> all(int size) {
    return sizes.getOrDefault(size, List.of());
  }

  /** The fewest that were told as a surge in this share of trials, at least once. */
  public OptionalInt fewest(double share) {
    return sizes.keySet().stream()
        .mapToInt(Integer::intValue)
        .filter(size -> opened(size) > 0 && share(size) >= share)
        .findFirst();
  }

  /** The share of all trials in which a campaign was recorded, 0 to 1. */
  public double campaigns() {
    return sizes.values().stream()
        .flatMap(List::stream)
        .mapToDouble(outcome -> outcome.recorded() ? 1 : 0)
        .average()
        .orElse(0);
  }
}
