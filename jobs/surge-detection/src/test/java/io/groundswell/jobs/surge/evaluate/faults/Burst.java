package io.groundswell.jobs.surge.evaluate.faults;

import io.groundswell.domain.report.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Faults of different sizes at the same time, with complaints about other things in between: a
 * sixth of the whole, half of them about nothing, half about other faults.
 *
 * @param sayings what is said; a report's identity is its place here
 * @param faults those that broke out
 * @param reports the same as reports
 */
record Burst(List<Saying> sayings, List<String> faults, List<Report> reports) {
  private static final int NOISE = 5;

  /**
   * Bursts of one fault, of two, and so on, drawn anew for each seed.
   *
   * @param sizes how many reports the faults have, the largest first
   * @param known whether the product's past complaints name the faults, too
   */
  static List<Burst> of(List<Saying> all, int[] sizes, boolean known, int seeds) {
    Map<String, List<Saying>> byFault =
        all.stream()
            .collect(Collectors.groupingBy(Saying::fault, TreeMap::new, Collectors.toList()));
    List<Saying> nothing = byFault.remove(Saying.NOTHING);
    return IntStream.range(0, seeds)
        .mapToObj(
            seed -> {
              int many = 1 + seed % Math.min(sizes.length, byFault.size());
              Random random = new Random(seed);
              List<String> faults = shuffled(List.copyOf(byFault.keySet()), random);
              List<Saying> said = new ArrayList<>();
              for (int i = 0; i < many; i++) {
                List<Saying> some = shuffled(byFault.get(faults.get(i)), random);
                said.addAll(some.subList(0, Math.min(sizes[i], some.size())));
              }
              List<String> others = faults.subList(many, faults.size());
              int noise = said.size() / NOISE;
              said.addAll(shuffled(nothing, random).subList(0, noise - noise / 2));
              for (int i = 0; i < noise / 2 && !others.isEmpty(); i++) {
                List<Saying> other = byFault.get(others.get(i % others.size()));
                said.add(other.get(random.nextInt(other.size())));
              }
              return of(all, said, faults.subList(0, many), known);
            })
        .toList();
  }

  private static Burst of(List<Saying> all, List<Saying> said, List<String> faults, boolean known) {
    Set<Saying> now = Collections.newSetFromMap(new IdentityHashMap<>());
    now.addAll(said);
    Past past =
        new Past(
            all.stream()
                .filter(one -> !now.contains(one) && (known || !faults.contains(one.fault())))
                .toList());
    return new Burst(
        said,
        faults,
        IntStream.range(0, said.size()).mapToObj(i -> past.report(i, said.get(i))).toList());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
