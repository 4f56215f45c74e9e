package io.groundswell.domain.volume;

import java.util.List;
import java.util.Objects;

/**
 * A subject's complaints in one bucket of event time.
 *
 * @param subject key of the subject
 * @param start start of the bucket, epoch milliseconds
 * @param observed authors with a complaint, each once per subject and clock hour
 * @param posts complaints that may be evidence
 * @param backlog which of {@code posts} came late
 * @param late complaints from before, too late to be evidence: no rule of surges reads them
 * @param origins where {@code posts} came from, the strongest first; empty where that is not known
 */
public record Volume(
    String subject,
    long start,
    int observed,
    int posts,
    Backlog backlog,
    int late,
    List<Origin> origins) {

  /** State of version 0.1 knows no origins. */
  public Volume {
    origins = Objects.requireNonNullElse(origins, List.of());
  }

  /** A bucket of which nobody says where its complaints came from. */
  public Volume(String subject, long start, int observed, int posts, Backlog backlog, int late) {
    this(subject, start, observed, posts, backlog, late, List.of());
  }

  /** A bucket in which nothing came late. */
  public Volume(String subject, long start, int observed, int posts) {
    this(subject, start, observed, posts, Backlog.NONE, 0);
  }

  /** A bucket in which nobody complained. */
  public static Volume none(String subject, long start) {
    return new Volume(subject, start, 0, 0);
  }
}
