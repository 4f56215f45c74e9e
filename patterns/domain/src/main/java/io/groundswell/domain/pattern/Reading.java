package io.groundswell.domain.pattern;

import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.List;

/** One bucket against traits. */
final class Reading {
  private final Signal signal;
  private final ScoredBucket bucket;
  private final Earlier earlier;
  private final Regions regions;

  Reading(Signal signal, Earlier earlier, Regions regions) {
    this.signal = signal;
    this.bucket = signal.bucket();
    this.earlier = earlier;
    this.regions = regions;
  }

  boolean holds(Trait trait) {
    return switch (trait.what()) {
      case LEVEL -> trait.words().contains(bucket.level().label());
      case TURN -> trait.words().contains(Words.of(bucket.turn()));
      case SIDE -> trait.words().contains(signal.side());
      case EVIDENCE -> trait.range().holds(bucket.evidence());
      case OBSERVED -> trait.range().holds(bucket.observed());
      case POSTS -> trait.range().holds(bucket.posts());
      case EXPECTED -> trait.range().holds(bucket.expected());
      case RATIO -> trait.range().holds(ratio(bucket.observed(), bucket.expected()));
      case GROWTH, GAP -> since(trait);
      case APART_FROM, SAME_SUBJECT_AS, OTHER_SUBJECT_THAN -> related(trait);
    };
  }

  /** Against nothing usual, something is infinitely much, and nothing is nothing. */
  static double ratio(double observed, double expected) {
    if (expected > 0) {
      return observed / expected;
    }
    return observed > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /** False where the earlier stage, being optional, is missing. */
  private boolean since(Trait trait) {
    List<ScoredBucket> before = earlier.of(trait.stages().get(0));
    if (before.isEmpty()) {
      return false;
    }
    ScoredBucket last = before.get(before.size() - 1);
    return trait
        .range()
        .holds(
            trait.what() == What.GAP
                ? bucket.start() - last.start()
                : ratio(bucket.observed(), last.observed()));
  }

  private boolean related(Trait trait) {
    return trait.stages().stream()
        .flatMap(stage -> earlier.of(stage).stream())
        .allMatch(other -> related(trait.what(), other.subject()));
  }

  private boolean related(What what, String other) {
    if (what == What.APART_FROM) {
      return regions.apart(region(bucket.subject()), region(other));
    }
    return bucket.subject().equals(other) == (what == What.SAME_SUBJECT_AS);
  }

  private static String region(String subject) {
    String region = Subject.parse(subject).region();
    return region == null ? "" : region;
  }
}
