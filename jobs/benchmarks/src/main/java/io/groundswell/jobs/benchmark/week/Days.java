package io.groundswell.jobs.benchmark.week;

import io.groundswell.jobs.benchmark.throughput.Spread;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Samples, day by day. What the job remembers it forgets after two days, so that it is warm after
 * three; flat is a figure whose median on the last day is within a tenth of that on the fourth.
 *
 * @param samples one an hour
 * @param hours of a day
 */
record Days(List<Sample> samples, int hours) {
  /** So many days warm up. */
  static final int WARM = 3;

  /** So far a flat figure may be off. */
  static final double TOLERATED = .1;

  /** How many there are; one that was not lived to its end is none. */
  int count() {
    return samples.size() / hours;
  }

  /** Whether there is a day to compare with another. */
  boolean judged() {
    return count() > WARM + 1;
  }

  /** Median of a figure on a day, from 0 on. */
  double median(Figure figure, int day) {
    return median(day, sample -> sample.figures().getOrDefault(figure, 0.0));
  }

  private double median(int day, ToDoubleFunction<Sample> value) {
    List<Sample> ofDay = samples.subList(day * hours, (day + 1) * hours);
    return Spread.quantile(ofDay.stream().map(value::applyAsDouble).sorted().toList(), .5);
  }

  /** How much larger a figure is on the last day than on the first warm one; 0 for the same. */
  double change(Figure figure) {
    return share(median(figure, WARM), median(figure, count() - 1));
  }

  /** Whether a figure is flat. */
  boolean flat(Figure figure) {
    return Math.abs(change(figure)) <= TOLERATED;
  }

  private static double share(double first, double last) {
    return first == 0 ? (last == 0 ? 0 : 1) : last / first - 1;
  }

  /** Medians of operators' states on a day, in bytes, the largest first. */
  Map<String, Double> operators(int day) {
    Map<String, Double> medians = new LinkedHashMap<>();
    samples.stream()
        .flatMap(sample -> sample.operators().keySet().stream())
        .distinct()
        .map(name -> Map.entry(name, median(day, s -> s.operators().getOrDefault(name, 0.0))))
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> medians.put(entry.getKey(), entry.getValue()));
    return medians;
  }
}
