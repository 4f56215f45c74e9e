package io.groundswell.domain.feed;

import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.baseline.Scorer;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Buckets;

/**
 * When a feed is blind. Its evidence is the log-likelihood that its baseline gives to a run of
 * buckets without any post, against a baseline lowered as far as slow wander and hours of which
 * little is known can explain: such a run comes by chance at most e^-evidence times as often as
 * runs begin, and one begins in a minute at most. Holds nothing of a feed; not safe for use by
 * several threads.
 */
final class FeedRule {
  /** A shorter silence is no outage. */
  private static final long SHORTEST = 10 * 60_000L;

  /** So long, and so many posts, it takes to know what is normal. */
  private static final long LEAST_WATCHED = Buckets.DAY;

  private static final int LEAST_POSTS = 50;

  /** A source that has been gone for so long is not coming back. */
  private static final long PATIENCE = 90 * Buckets.DAY;

  /** Posts of a dead partition are sent to another one long before that. */
  private static final long PARTITION_PATIENCE = 7 * Buckets.DAY;

  private static final double SLACK = 1.1;
  private static final double HALF_LIFE_DAYS = 7;

  private final long width;
  private final Scorer scorer;

  FeedRule(long width) {
    this.width = width;
    this.scorer = new Scorer(width);
  }

  /** Begins to watch a feed with its first bucket, which is still to be taken in. */
  Feed begin(long start, int posts) {
    Feed feed = new Feed();
    feed.baseline = Baseline.startingAt(posts, scorer.minutes());
    feed.baseline.began = start;
    feed.next = start;
    feed.recentOn = Buckets.day(start);
    return feed;
  }

  /**
   * Whether a bucket without posts can mean anything yet: others need not be taken in one by one.
   */
  static boolean known(Feed feed) {
    return feed.blind() || feed.posts >= LEAST_POSTS;
  }

  /**
   * Takes in a bucket, after those without posts before it.
   *
   * @param threshold evidence from which silence is blindness
   */
  FeedTurn close(String key, Feed feed, long start, int posts, double threshold) {
    if (!feed.blind()) {
      while (feed.next < start) {
        add(feed, feed.next, 0, threshold);
      }
      add(feed, start, posts, threshold);
      return posts == 0 && isBlind(feed, threshold) ? goBlind(feed) : FeedTurn.NONE;
    }
    feed.next = start + width;
    if (posts == 0) {
      return feed.next - feed.silentSince >= patience(key) ? FeedTurn.GIVEN_UP : FeedTurn.NONE;
    }
    comeBack(feed, start);
    add(feed, start, posts, threshold);
    return FeedTurn.RETURNS;
  }

  /** How long a blind feed is waited for, milliseconds. */
  static long patience(String key) {
    return FeedKey.isPartition(key) ? PARTITION_PATIENCE : PATIENCE;
  }

  private void add(Feed feed, long start, int posts, double threshold) {
    Habit.visit(feed, start, width);
    scorer.weigh(feed.baseline, start, posts, posts, Backlog.NONE);
    if (posts > 0) {
      if (feed.posts > 0) {
        Habit.remember(feed, feed.silentSince, start);
      }
      feed.silentSince = start + width;
      feed.usual = level(feed);
      feed.evidence = 0;
      feed.missed = 0;
      feed.posts += posts;
      feed.recent = recent(feed, start) + posts;
      feed.recentOn = Buckets.day(start);
    } else {
      // A long silence is learnt from; it must not make itself normal.
      double mean = scorer.mean() * feed.usual / level(feed);
      feed.evidence += evidenceOfSilence(mean);
      feed.missed += mean;
    }
    scorer.learn(feed.baseline, posts, scorer.evidence() > Level.guard(threshold));
    feed.next = start + width;
  }

  private static double level(Feed feed) {
    return feed.baseline.level / feed.baseline.levelExposure;
  }

  /** Minus the logarithm of the probability of no post, negative binomial. */
  private double evidenceOfSilence(double mean) {
    double lowered = mean / (SLACK * Math.exp(2 * scorer.uncertainty()));
    double size = 1 / scorer.alpha();
    return size * Math.log1p(lowered / size);
  }

  private static boolean isBlind(Feed feed, double threshold) {
    return feed.evidence >= threshold
        && Habit.isBroken(feed, feed.next)
        && feed.posts >= LEAST_POSTS
        && feed.next - feed.silentSince >= SHORTEST
        && feed.next - feed.baseline.began >= LEAST_WATCHED;
  }

  private FeedTurn goBlind(Feed feed) {
    feed.blindFrom = feed.next;
    scorer.lose(feed.baseline, feed.silentSince);
    return FeedTurn.GOES_BLIND;
  }

  private void comeBack(Feed feed, long start) {
    scorer.regain(feed.baseline, feed.silentSince, start);
    Habit.remember(feed, feed.silentSince, start);
    feed.blindFrom = 0;
    if (feed.baseline.began == start) {
      feed.posts = 0;
    }
  }

  /** Posts with a half-life of a week, as of the day of {@code start}. */
  static double recent(Feed feed, long start) {
    return feed.recent * Math.pow(2, -(Buckets.day(start) - feed.recentOn) / HALF_LIFE_DAYS);
  }
}
