package io.groundswell.domain.incident;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.People;
import java.util.Objects;

/**
 * How far one subject inside an incident is out of the ordinary.
 *
 * @param subject key of the subject
 * @param onset when its own run of unusual buckets began, epoch milliseconds
 * @param observed authors with a complaint since then
 * @param expected their baseline
 * @param elevatedUntil end of its last bucket that was elevated, epoch milliseconds; a lone
 *     complaint that comes long after the one before says nothing of the incident
 * @param people who has complained, as far as patterns have seen their buckets
 */
public record Extent(
    String subject,
    long onset,
    double observed,
    double expected,
    long elevatedUntil,
    People people) {
  /** Of so many people it is known who they are; of more, a sample. */
  static final int PEOPLE = 256;

  /** State of version 0.2 knows nobody. */
  public Extent {
    people = Objects.requireNonNullElse(people, People.NOBODY);
  }

  static Extent of(ScoredBucket bucket, long elevatedUntil, People before) {
    return new Extent(
        bucket.subject(),
        bucket.surge().onset(),
        bucket.surge().observed(),
        bucket.surge().expected(),
        elevatedUntil,
        before.plus(bucket.people(), PEOPLE));
  }

  Extent until(long moment) {
    return new Extent(subject, onset, observed, expected, moment, people);
  }

  Extent with(People more) {
    return new Extent(subject, onset, observed, expected, elevatedUntil, people.plus(more, PEOPLE));
  }
}
