package io.groundswell.domain.surge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A CEP pattern that matched.
 *
 * @param pattern id of the pattern
 * @param first the first bucket of the match
 * @param last the bucket that completed it, whose turn says what it means
 * @param between the buckets between them where the pattern reads several subjects; else empty
 */
public record SurgeMatch(
    String pattern, ScoredBucket first, ScoredBucket last, List<ScoredBucket> between) {

  /** Copies the list; state of version 0.1 has none. */
  public SurgeMatch {
    between = List.copyOf(Objects.requireNonNullElse(between, List.of()));
  }

  /** A match in the buckets of one subject. */
  public SurgeMatch(String pattern, ScoredBucket first, ScoredBucket last) {
    this(pattern, first, last, List.of());
  }

  /** All buckets of a match across subjects, in time. */
  public List<ScoredBucket> buckets() {
    List<ScoredBucket> all = new ArrayList<>();
    all.add(first);
    all.addAll(between);
    all.add(last);
    return all;
  }
}
