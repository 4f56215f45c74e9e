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

  /**
   * The match as whoever is told of it takes it. Patterns are shown a calm bucket with the one
   * after it: where it completes a match, nobody has known of that at its own end.
   *
   * @param end when the match was found, epoch milliseconds: the end of the bucket just closed
   */
  public SurgeMatch foundBy(long end) {
    return last.end() >= end ? this : new SurgeMatch(pattern, first, last.until(end), between);
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
