package io.groundswell.jobs.benchmark.throughput;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.FeedTopic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Posts per CPU-second of every variant over the same feed: all of them in each round, in an order
 * that turns from round to round, so that what disturbs the machine disturbs all alike. Ratios are
 * taken within a round.
 */
public final class Throughput {
  private final Run run;
  private final int rounds;
  private final boolean warmUp;
  private final Consumer<String> progress;
  private final Map<Variant, List<Measured>> results = new EnumMap<>(Variant.class);

  /**
   * A table to be.
   *
   * @param folder for checkpoints
   * @param rounds how often each variant is measured
   * @param warmUp whether a round goes before that does not count
   * @param progress is told what is being done
   */
  public Throughput(
      Path folder,
      FeedTopic feed,
      Policy policy,
      int rounds,
      boolean warmUp,
      Consumer<String> progress) {
    this.run = new Run(folder, feed, policy);
    this.rounds = rounds;
    this.warmUp = warmUp;
    this.progress = progress;
  }

  /** Measures everything. */
  public Throughput measure() throws Exception {
    Profiler.prepare();
    List<Variant> order = new ArrayList<>(List.of(Variant.values()));
    for (int round = warmUp ? 0 : 1; round <= rounds; round++) {
      for (Variant variant : order) {
        progress.accept(
            "%s: %s"
                .formatted(
                    round == 0 ? "warming up" : "round " + round + " of " + rounds,
                    variant.label().strip()));
        Measured measured = run.run(variant);
        if (round > 0) {
          results.computeIfAbsent(variant, v -> new ArrayList<>()).add(measured);
        }
      }
      Collections.rotate(order, 2);
    }
    return this;
  }

  /** Says where the time of the whole job goes. */
  public Profile profile(Variant variant) throws Exception {
    progress.accept("profile: " + variant.label().strip());
    Profiler profiler = new Profiler();
    Measured measured = run.run(variant, profiler);
    return new Profile(profiler.seconds(), measured.posts());
  }

  /** What every round measured. */
  public List<Measured> of(Variant variant) {
    return results.getOrDefault(variant, List.of());
  }

  /** Posts per CPU-second. */
  public Spread perCpuSecond(Variant variant) {
    return Spread.of(of(variant).stream().map(Measured::perCpuSecond).toList());
  }

  /** CPU-seconds that a ruling costs, beside the job in the same round. */
  public Spread ruling(FeedTopic feed) {
    List<Double> costs = new ArrayList<>();
    for (int round = 0; round < of(Variant.RULED).size(); round++) {
      double more =
          of(Variant.RULED).get(round).cpuSeconds()
              - of(Variant.WHOLE_ROCKSDB).get(round).cpuSeconds();
      costs.add(more / Run.rulings(feed));
    }
    return Spread.of(costs);
  }

  /** Posts per CPU-second against those of another variant in the same round. */
  public Spread ratio(Variant variant, Variant base) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of(variant).size(); round++) {
      ratios.add(of(variant).get(round).perCpuSecond() / of(base).get(round).perCpuSecond());
    }
    return Spread.of(ratios);
  }
}
