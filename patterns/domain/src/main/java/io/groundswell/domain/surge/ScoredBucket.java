package io.groundswell.domain.surge;

import io.groundswell.domain.volume.People;
import java.util.Objects;

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
 * @param discount how much higher {@code threshold} would be had nothing been changed lately
 * @param people where patterns see the bucket, who complained in it; where it opens a surge, or
 *     they saw none before it, also who did before, since the run began
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
    double texts,
    double discount,
    People people) {

  /** State of version 0.2 knows nobody who complained. */
  public ScoredBucket {
    people = Objects.requireNonNullElse(people, People.NOBODY);
  }

  /** A bucket of which nobody says who complained or what the texts say. */
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
        subject,
        start,
        end,
        observed,
        posts,
        expected,
        evidence,
        threshold,
        watched,
        level,
        turn,
        surge,
        0,
        0,
        People.NOBODY);
  }

  /** The same with those who complained. */
  public ScoredBucket by(People people) {
    return copy(end, posts, people);
  }

  /** The same with complaints that count in totals only. */
  public ScoredBucket plusLate(int late) {
    return late == 0 ? this : copy(end, posts + late, people);
  }

  /** The same, known until another end, epoch milliseconds. */
  ScoredBucket until(long later) {
    return copy(later, posts, people);
  }

  private ScoredBucket copy(long until, int allPosts, People people) {
    return new ScoredBucket(
        subject, start, until, observed, allPosts, expected, evidence, threshold, watched, level,
        turn, surge, texts, discount, people);
  }
}
