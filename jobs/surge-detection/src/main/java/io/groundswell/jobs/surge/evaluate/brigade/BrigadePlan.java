package io.groundswell.jobs.surge.evaluate.brigade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is tried.
 *
 * @param seeds of the usual complaints and of the texts
 * @param sizes how many come, ascending
 * @param lengths in which time
 */
public record BrigadePlan(List<Long> seeds, List<Integer> sizes, List<Duration> lengths) {
  /** So many scripted authors it has to take at least. */
  public static final int LEAST = 25;

  /** Complaints an hour about each product, before and meanwhile. */
  public static final int USUAL_AN_HOUR = 10;

  /** People of a true outage that a brigade hides, and the authors of that brigade. */
  static final int HIDDEN = 25;

  /** See {@link #HIDDEN}. */
  static final int AROUND = 50;

  private static final List<Duration> LENGTHS = List.of(Brigade.LENGTH, Duration.ofMinutes(10));

  /** All sizes. */
  public static BrigadePlan full(List<Long> seeds) {
    return new BrigadePlan(seeds, List.of(5, 10, 15, 20, 24, 25, 35, 50, 100, 200), LENGTHS);
  }

  /** The sizes that decide. */
  public static BrigadePlan quick(List<Long> seeds) {
    return new BrigadePlan(seeds, List.of(10, 24, 35, 50), LENGTHS);
  }

  /** All trials: each a product of its own. */
  public List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (long seed : seeds) {
      trials.add(trial(trials, null, 0, 0, Brigade.LENGTH, seed));
      for (Duration length : lengths) {
        for (int size : sizes) {
          trials.add(trial(trials, null, 0, size, length, seed));
          for (BrigadeKind kind : BrigadeKind.values()) {
            trials.add(trial(trials, kind, size, 0, length, seed));
          }
        }
        for (BrigadeKind kind : BrigadeKind.values()) {
          trials.add(trial(trials, kind, AROUND, HIDDEN, length, seed));
        }
      }
    }
    return List.copyOf(trials);
  }

  /** Templates take turns, so that no figure is that of one of them. */
  private static Trial trial(
      List<Trial> before,
      @Nullable BrigadeKind kind,
      int scripted,
      int people,
      Duration length,
      long seed) {
    int number = before.size();
    int template =
        kind == null
            ? 0
            : Math.floorMod(number / BrigadeKind.values().length, Brigade.templates(kind));
    return new Trial("p" + number, kind, template, scripted, people, length, seed);
  }
}
