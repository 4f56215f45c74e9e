package io.groundswell.domain.volume;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param echoes how many of {@code observed} only say what others have said: evidence is what is
 *     left
 * @param agreement what the texts say, in thousandths of the logarithm of an e-value given the
 *     counts; 0 where they say nothing
 * @param past what was known of a term before it became a subject; null for all others
 * @param people who complained
 * @param before the latest who had complained before, the last one first; see {@link
 *     People#person(long)}
 */
public record Volume(
    String subject,
    long start,
    int observed,
    int posts,
    Backlog backlog,
    int late,
    List<Origin> origins,
    int echoes,
    int agreement,
    @Nullable TermPast past,
    People people,
    List<Integer> before) {

  /** State of version 0.1 knows no origins, that of version 0.2 nobody who complained. */
  public Volume {
    origins = Objects.requireNonNullElse(origins, List.of());
    people = Objects.requireNonNullElse(people, People.NOBODY);
    before = Objects.requireNonNullElse(before, List.of());
  }

  /** A bucket of many voices, whose texts say nothing. */
  public Volume(
      String subject,
      long start,
      int observed,
      int posts,
      Backlog backlog,
      int late,
      List<Origin> origins) {
    this(
        subject,
        start,
        observed,
        posts,
        backlog,
        late,
        origins,
        0,
        0,
        null,
        People.NOBODY,
        List.of());
  }

  /** A bucket of which nobody says where its complaints came from. */
  public Volume(String subject, long start, int observed, int posts, Backlog backlog, int late) {
    this(subject, start, observed, posts, backlog, late, List.of());
  }

  /** A bucket in which nothing came late. */
  public Volume(String subject, long start, int observed, int posts) {
    this(subject, start, observed, posts, Backlog.NONE, 0);
  }

  /** How many voices were heard: what is evidence of a surge. */
  public int voices() {
    return observed - echoes;
  }

  /** Who complained in the bucket, and the latest of those before it, at most so many. */
  public People peopleWith(int most) {
    int[] latest = before.stream().limit(Math.max(0, most)).mapToInt(Integer::intValue).toArray();
    return people.plus(People.ofHashes(latest.length, latest), People.OF_BUCKET + latest.length);
  }

  /** A bucket in which nobody complained. */
  public static Volume none(String subject, long start) {
    return new Volume(subject, start, 0, 0);
  }
}
