package io.groundswell.domain.volume;

import java.util.List;

/**
 * A part of one subject's bucket, counted before the parts of all machines meet.
 *
 * @param subject key of the subject
 * @param start start of the bucket, epoch milliseconds
 * @param posts complaints that may be evidence
 * @param delayed how many of {@code posts} came after their own bucket had closed
 * @param delayedFrom starts of those buckets, distinct, epoch milliseconds
 * @param late complaints that count in totals only
 * @param authors hashes of the authors of {@code posts}, distinct
 * @param origins where {@code posts} came from
 * @param voices whose words they are, distinct; empty where these are the authors
 * @param agreement what the words say, in thousandths of the logarithm of an e-value
 */
public record Partial(
    String subject,
    long start,
    int posts,
    int delayed,
    long[] delayedFrom,
    int late,
    long[] authors,
    List<Origin> origins,
    long[] voices,
    int agreement) {

  /** A part of which nobody says where its complaints came from. */
  public Partial(
      String subject,
      long start,
      int posts,
      int delayed,
      long[] delayedFrom,
      int late,
      long[] authors) {
    this(subject, start, posts, delayed, delayedFrom, late, authors, List.of(), new long[0], 0);
  }
}
