package io.groundswell.domain.volume;

/**
 * A subject's complaints in one bucket of event time.
 *
 * @param subject key of the subject
 * @param start start of the bucket, epoch milliseconds
 * @param observed authors with a complaint, each once per subject and clock hour
 * @param posts complaints that may be evidence
 * @param backlog which of {@code posts} came late
 * @param late complaints from before, too late to be evidence: no rule of surges reads them
 */
public record Volume(
    String subject, long start, int observed, int posts, Backlog backlog, int late) {

  /** A bucket in which nothing came late. */
  public Volume(String subject, long start, int observed, int posts) {
    this(subject, start, observed, posts, Backlog.NONE, 0);
  }

  /** A bucket in which nobody complained. */
  public static Volume none(String subject, long start) {
    return new Volume(subject, start, 0, 0);
  }
}
