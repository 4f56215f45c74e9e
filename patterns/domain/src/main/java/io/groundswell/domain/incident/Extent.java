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
 * @param reached end of the bucket in which it became a part of the incident, epoch milliseconds; 0
 *     in state of version 0.2
 */
public record Extent(
    String subject,
    long onset,
    double observed,
    double expected,
    long elevatedUntil,
    People people,
    long reached) {
  /** Of so many people it is known who they are; of more, a sample. */
  static final int PEOPLE = 256;

  /** The same of subjects that an incident has reached after the first {@value #FIRST}. */
  static final int PEOPLE_OF_LATER = 16;

  /** See {@link #PEOPLE_OF_LATER}. */
  static final int FIRST = 8;

  /** State of version 0.2 knows nobody. */
  public Extent {
    people = Objects.requireNonNullElse(people, People.NOBODY);
  }

  static Extent of(ScoredBucket bucket, long elevatedUntil, People before, long reached, int most) {
    return new Extent(
        bucket.subject(),
        bucket.surge().onset(),
        bucket.surge().observed(),
        bucket.surge().expected(),
        elevatedUntil,
        before.plus(bucket.people(), most),
        reached);
  }

  Extent until(long moment) {
    return new Extent(subject, onset, observed, expected, moment, people, reached);
  }

  Extent with(People more) {
    return new Extent(
        subject, onset, observed, expected, elevatedUntil, people.plus(more, PEOPLE), reached);
  }
}
