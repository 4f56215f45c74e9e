package io.groundswell.domain.surge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * When which feeds were blind. Everything follows from the start of a bucket alone, so it makes no
 * difference when a span, or its end, becomes known.
 */
public final class Blindness {
  /** Every feed has always been seen. */
  public static final Blindness NONE = new Blindness(List.of());

  private static final long DAY = 24 * 3_600_000L;

  /** From this share of all posts on, a feed's silence is no knowledge of a subject. */
  private static final double MATTERS = .1;

  private final List<BlindSpan> spans;

  private Blindness(List<BlindSpan> spans) {
    this.spans = spans;
  }

  /** The spans in which feeds were blind, in any order. */
  public static Blindness of(Collection<BlindSpan> spans) {
    return spans.isEmpty()
        ? NONE
        : new Blindness(
            spans.stream()
                .sorted(
                    Comparator.comparing(BlindSpan::feed)
                        .thenComparing(BlindSpan::partition)
                        .thenComparingLong(BlindSpan::from))
                .toList());
  }

  /** What still matters to buckets from {@code start} on. */
  Blindness from(long start) {
    if (spans.isEmpty()) {
      return this;
    }
    List<BlindSpan> rest = spans.stream().filter(span -> span.until() >= start).toList();
    return rest.isEmpty() ? NONE : new Blindness(rest);
  }

  /**
   * How much of a subject can be seen in a bucket. What has begun while a feed was silent knows
   * nothing of that feed, and so misses nothing.
   */
  Sight at(Watch watch, long start) {
    double sources = 0;
    double partitions = 0;
    long since = Long.MAX_VALUE;
    for (BlindSpan span : spans) {
      if (span.covers(start) && watch.baseline.began < span.silentSince()) {
        double share = span.partition() ? span.share() : Carried.share(watch, span.feed());
        sources += span.partition() ? 0 : share;
        partitions += span.partition() ? share : 0;
        since = share > 0 ? Math.min(since, span.silentSince()) : since;
      }
    }
    double unseen = Math.max(sources, partitions);
    return unseen == 0 ? Sight.CLEAR : new Sight(unseen, sources, since);
  }

  /** A feed comes back that the subject has never seen. */
  boolean bringsNewsTo(Watch watch, long start) {
    for (BlindSpan span : spans) {
      if (span.until() == start
          && span.share() >= MATTERS
          && watch.baseline.began >= span.silentSince()
          && watch.baseline.began < start) {
        return true;
      }
    }
    return false;
  }

  /** A feed goes or comes. */
  boolean changesAt(long start) {
    for (BlindSpan span : spans) {
      if (span.from() == start || span.until() == start) {
        return true;
      }
    }
    return false;
  }

  /**
   * Since when complaints about anything would have been seen. A silence of blind feeds is no
   * knowledge, and what they bring after more than a day is not what it was.
   *
   * @param since when watching began, epoch milliseconds
   * @param start start of the bucket in which somebody complains for the first time
   */
  public long knownSince(long since, long start) {
    long known = since;
    for (BlindSpan span : spans) {
      if (span.share() < MATTERS || span.from() > start) {
        continue;
      }
      if (span.until() > start) {
        known = Math.max(known, span.from());
      } else if (span.until() - span.silentSince() >= DAY) {
        known = Math.max(known, span.until());
      }
    }
    return known;
  }
}
