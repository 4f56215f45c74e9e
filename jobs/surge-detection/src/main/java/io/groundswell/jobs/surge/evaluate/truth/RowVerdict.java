package io.groundswell.jobs.surge.evaluate.truth;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What came of a row of the truth.
 *
 * @param row it
 * @param caught the incidents that count for it, the earliest first
 * @param subject the subject whose complaints are followed: that of the first incident where it is
 *     one of the row's, else the row's first with complaints in the period; null where there are
 *     none
 * @param posts complaints about that subject in the period
 * @param afterPost minutes from the end of the bucket with the n-th of these posts until the row
 *     was caught, from the first on, at most {@value #MOST_POSTS}; below 0 where it was caught
 *     before; empty where it was not
 * @param inInput the period overlaps the input
 */
public record RowVerdict(
    TruthRow row,
    List<Catch> caught,
    @Nullable String subject,
    long posts,
    List<Double> afterPost,
    boolean inInput) {
  /** Up to which related post delays are measured. */
  public static final int MOST_POSTS = 10;

  private static final double MINUTE = 60_000;

  /** In a word. */
  public Verdict verdict() {
    return Verdict.of(row.expect(), !caught.isEmpty());
  }

  /** Minutes from the row's begin until it was caught; empty where it was not. */
  public OptionalDouble afterOnset() {
    return caught.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((caught.get(0).at() - row.from()) / MINUTE);
  }

  /**
   * Minutes by which it was caught before the company's own word, below 0 where after it; empty
   * where it was not caught or nobody knows when that came.
   */
  public OptionalDouble lead() {
    Long official = row.officialAt();
    return caught.isEmpty() || official == null
        ? OptionalDouble.empty()
        : OptionalDouble.of((official - caught.get(0).at()) / MINUTE);
  }
}
