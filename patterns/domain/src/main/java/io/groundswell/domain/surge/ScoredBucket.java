package io.groundswell.domain.surge;

/**
 * A bucket with its score: what the CEP patterns read.
 *
 * @param subject key of the subject
 * @param start start of the bucket, epoch milliseconds
 * @param end end of the bucket, epoch milliseconds, exclusive
 * @param observed authors with a complaint, each once per subject and clock hour
 * @param posts complaints
 * @param expected baseline of {@code observed}
 * @param evidence natural logarithm of the mixture's e-value; at h, by chance once in e^h minutes
 * @param threshold evidence from which this bucket is extreme
 * @param watched how many subjects share the budget on this day
 * @param level how it stands against the threshold
 * @param turn what it means for the subject's surge
 * @param surge the surge under way or just ended; else the run of buckets that may become one
 * @param texts how much of {@code evidence} the agreement of texts has added; may be below 0
 */
public record ScoredBucket(
    String subject,
    long start,
    long end,
    int observed,
    int posts,
    double expected,
    double evidence,
    double threshold,
    int watched,
    Level level,
    Turn turn,
    SurgeSize surge,
    double texts) {

  /** A bucket whose texts say nothing. */
  public ScoredBucket(
      String subject,
      long start,
      long end,
      int observed,
      int posts,
      double expected,
      double evidence,
      double threshold,
      int watched,
      Level level,
      Turn turn,
      SurgeSize surge) {
    this(
        subject, start, end, observed, posts, expected, evidence, threshold, watched, level, turn,
        surge, 0);
  }

  /** The same with complaints that count in totals only. */
  public ScoredBucket plusLate(int late) {
    return late == 0
        ? this
        : new ScoredBucket(
            subject,
            start,
            end,
            observed,
            posts + late,
            expected,
            evidence,
            threshold,
            watched,
            level,
            turn,
            surge,
            texts);
  }
}
