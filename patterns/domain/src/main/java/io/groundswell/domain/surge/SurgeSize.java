package io.groundswell.domain.surge;

import static io.groundswell.domain.baseline.Precision.rounded;

/**
 * How large a subject's surge is so far.
 *
 * @param onset start of the bucket after the winning multiple's statistic last restarted, epoch
 *     milliseconds
 * @param observed authors with a complaint since then, each once per clock hour
 * @param expected their baseline
 * @param posts complaints since then
 * @param multiple the multiple of the baseline that carried the evidence at the opening
 */
public record SurgeSize(
    long onset, double observed, double expected, double posts, double multiple) {

  /** Before the first surge. */
  public static final SurgeSize NONE = new SurgeSize(0, 0, 0, 0, 0);

  SurgeSize plus(double moreObserved, double moreExpected, double morePosts) {
    return new SurgeSize(
        onset,
        rounded(observed + moreObserved),
        rounded(expected + moreExpected),
        rounded(posts + morePosts),
        multiple);
  }
}
