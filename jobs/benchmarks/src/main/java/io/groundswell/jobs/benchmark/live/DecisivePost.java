package io.groundswell.jobs.benchmark.live;

import io.groundswell.domain.surge.Shares;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the post that decided: the one with which a subject's count in its bucket first sufficed.
 * Plays the subject's buckets again by the rules themselves, and in the one that opened the
 * incident asks with how few posts it would have opened as well.
 */
final class DecisivePost {
  private final WatchRules rules;
  private final Shares shares;
  private final int minAuthors;
  private final long since;

  /**
   * Decides as a job does.
   *
   * @param shares of the budget, as on the first day
   * @param since start of the first bucket of the whole feed, epoch milliseconds
   */
  DecisivePost(WatchRules rules, Shares shares, int minAuthors, long since) {
    this.rules = rules;
    this.shares = shares;
    this.minAuthors = minAuthors;
    this.since = since;
  }

  /**
   * When the decisive post was sent.
   *
   * @param times when the subject's complaints were sent, each by another author, in order
   * @param detected end of the bucket that opened the incident, epoch milliseconds
   * @return epoch milliseconds; empty where this bucket would have opened none
   */
  OptionalLong of(List<Long> times, long detected) {
    long start = detected - rules.width();
    TreeMap<Long, Integer> before = new TreeMap<>();
    List<Long> within = new ArrayList<>();
    for (long time : times) {
      long bucket = Buckets.start(time, rules.width());
      if (bucket < start) {
        before.merge(bucket, 1, Integer::sum);
      } else if (bucket == start) {
        within.add(time);
      }
    }
    for (int count = 1; count <= within.size(); count++) {
      if (opens(before, start, count)) {
        return OptionalLong.of(within.get(count - 1));
      }
    }
    return OptionalLong.empty();
  }

  private boolean opens(SortedMap<Long, Integer> before, long start, int count) {
    Watching watching = new Watching(rules);
    Watch watch = null;
    for (Map.Entry<Long, Integer> bucket : before.entrySet()) {
      if (watch == null) {
        watch = watching.begin(since, bucket.getKey(), bucket.getValue(), null);
      }
      score(watching, watch, bucket.getKey(), bucket.getValue());
    }
    if (watch == null) {
      watch = watching.begin(since, start, count, null);
    }
    return score(watching, watch, start, count) == Turn.OPENS;
  }

  private Turn score(Watching watching, Watch watch, long start, int count) {
    Volume volume = new Volume("subject", start, count, count);
    return watching.score(watch, volume, minAuthors, shares).bucket().turn();
  }
}
