package io.groundswell.domain.incident;

import io.groundswell.domain.surge.BlindSpan;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Channel;
import java.util.Collection;
import java.util.List;

/**
 * While a feed is blind, calm is not known, and the members of no open incident become calm. That a
 * feed goes blind or comes back reaches the desk as a bucket of a subject of its own, as the
 * support queue's buckets do.
 */
public final class Holds {
  /** A feed that carries less of all posts holds nothing. */
  private static final double MATTERS = .1;

  /** Longer than anything lasts: a member that is held has been elevated until then. */
  private static final long HELD = 1000L * 365 * 24 * 3_600_000;

  private Holds() {}

  /** What the desk has to know of a span, as it begins or ends: one bucket or none. */
  public static List<ScoredBucket> of(BlindSpan span, long width) {
    if (span.share() < MATTERS) {
      return List.of();
    }
    boolean ends = span.until() != BlindSpan.OPEN;
    long end = ends ? span.until() + width : span.from();
    return List.of(
        new ScoredBucket(
            Channel.BLIND.key(span.feed()),
            end - width,
            end,
            0,
            0,
            0,
            0,
            0,
            1,
            Level.CALM,
            ends ? Turn.RESOLVES : Turn.OPENS,
            new SurgeSize(span.from(), 0, 0, 0, 1)));
  }

  /** Whether the bucket speaks of a feed. */
  static boolean is(ScoredBucket bucket) {
    return Channel.BLIND.holds(bucket.subject());
  }

  /** Holds the members of open incidents, or lets them go. */
  static void apply(Collection<Incident> incidents, List<ScoredBucket> buckets) {
    for (ScoredBucket bucket : buckets) {
      if (is(bucket)) {
        incidents.stream()
            .filter(Incident::open)
            .forEach(incident -> incident.members.replaceAll(member -> moved(member, bucket)));
      }
    }
  }

  private static Extent moved(Extent member, ScoredBucket bucket) {
    if (bucket.turn() == Turn.OPENS) {
      return member.until(member.elevatedUntil() + HELD);
    }
    long blind = bucket.start() - bucket.surge().onset();
    return member.elevatedUntil() < HELD / 2
        ? member // Elevated meanwhile, by what could be seen.
        : member.until(member.elevatedUntil() - HELD + blind);
  }
}
