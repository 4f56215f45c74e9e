package io.groundswell.domain.feed;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Watches all feeds bucket by bucket, and says which of them go blind and come back. They share a
 * small part of the alarm budget.
 */
public final class FeedDesk {
  /** A feed that has been silent for so long shares the budget no more. */
  private static final long FORGOTTEN = 28 * Buckets.DAY;

  /** Where every post has a source of its own, sources mean nothing: no more are watched. */
  private static final int MOST_SOURCES = 100;

  private final long width;
  private final FeedRule rule;
  private final double perWeek;
  private final boolean silenceTells;

  /** Watches by a policy. */
  public FeedDesk(Policy policy) {
    this.width = policy.bucket().toMillis();
    this.rule = new FeedRule(width);
    this.perWeek = Budget.SILENCE * policy.falseIncidentsPerWeek();
    this.silenceTells = policy.patterns().contains(PatternId.SILENCE);
  }

  /**
   * Takes in a bucket that has closed.
   *
   * @param feeds what is watched, by key; changed in place
   * @param start start of the bucket, epoch milliseconds
   * @param counts posts in it by feed; above 0
   */
  public List<FeedNews> close(
      SortedMap<String, Feed> feeds, long start, SortedMap<String, Integer> counts) {
    feeds.values().removeIf(feed -> !feed.blind() && isForgotten(feed, start));
    counts.forEach((key, posts) -> meet(feeds, key, start, posts));
    double threshold = threshold(feeds, start);
    List<FeedNews> news = new ArrayList<>();
    for (String key : List.copyOf(feeds.keySet())) {
      int posts = counts.getOrDefault(key, 0);
      Feed feed = feeds.get(key);
      if (feed != null && (posts > 0 || FeedRule.known(feed))) {
        double share = share(feeds, key, start);
        Silence silence = Silence.of(key, feed);
        FeedTurn turn = rule.close(key, feed, start, posts, threshold);
        if (turn == FeedTurn.GOES_BLIND) {
          feed.share = share;
          news.add(Silence.of(key, feed).opened(threshold));
        } else if (turn == FeedTurn.RETURNS) {
          news.add(silence.ended(start, start + width));
        } else if (turn == FeedTurn.GIVEN_UP) {
          feeds.remove(key);
          news.add(silence.givenUp(start + width));
        }
      }
    }
    return news;
  }

  private void meet(SortedMap<String, Feed> feeds, String key, long start, int posts) {
    boolean room =
        FeedKey.isPartition(key)
            || feeds.keySet().stream().filter(k -> !FeedKey.isPartition(k)).count() < MOST_SOURCES;
    if (room && !feeds.containsKey(key)) {
      feeds.put(key, rule.begin(start, posts));
    }
  }

  private double threshold(SortedMap<String, Feed> feeds, long start) {
    if (!silenceTells) {
      return Double.POSITIVE_INFINITY;
    }
    int watched = (int) feeds.values().stream().filter(f -> !isForgotten(f, start)).count();
    return Budget.threshold(Math.max(1, watched), perWeek);
  }

  /** One that is new has not been silent yet. */
  private static boolean isForgotten(Feed feed, long start) {
    return feed.posts > 0 && start - feed.silentSince > FORGOTTEN;
  }

  /** What part of all posts a feed carries, among feeds of its kind. */
  private static double share(SortedMap<String, Feed> feeds, String key, long start) {
    double own = 0;
    double all = 0;
    for (Map.Entry<String, Feed> other : feeds.entrySet()) {
      if (FeedKey.isPartition(other.getKey()) == FeedKey.isPartition(key)) {
        double recent = FeedRule.recent(other.getValue(), start);
        all += recent;
        own = other.getKey().equals(key) ? recent : own;
      }
    }
    return all == 0 ? 0 : own / all;
  }

  /**
   * When something may happen although no post comes.
   *
   * @param end end of the bucket just closed, epoch milliseconds
   * @return end of the bucket to close next; {@link Long#MAX_VALUE} where only posts change
   *     anything
   */
  public long nextCheck(SortedMap<String, Feed> feeds, long end) {
    long next = Long.MAX_VALUE;
    for (Map.Entry<String, Feed> entry : feeds.entrySet()) {
      Feed feed = entry.getValue();
      if (feed.blind()) {
        next = Math.min(next, feed.silentSince + FeedRule.patience(entry.getKey()));
      } else if (FeedRule.known(feed)) {
        return end + width;
      }
    }
    return next;
  }
}
