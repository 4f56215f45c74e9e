package io.groundswell.jobs.surge.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** How much is generated, and by which chance. */
final class Generated {
  @Option(
      names = "--quick",
      description = "Less of everything: a tenth of the streams, or the sizes that decide.")
  private boolean quick;

  @Option(
      names = "--seed",
      split = ",",
      paramLabel = "N",
      description =
          "Another N, other streams; the same N, the same figures. Of several, all are taken"
              + " together. Default: 1; with --brigade 1 to 5, with --suspects 1"
              + " to 3, quick 1.")
  private List<Long> seeds = List.of();

  /** Whether less will do. */
  boolean quick() {
    return quick;
  }

  /** The seeds: the same twice would look like more evidence than they are. */
  List<Long> seeds(List<Long> otherwise) {
    if (seeds.stream().distinct().count() < seeds.size()) {
      throw new UsageError("--seed: a seed is there twice");
    }
    return seeds.isEmpty() ? otherwise : List.copyOf(seeds);
  }
}
