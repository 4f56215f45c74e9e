package io.groundswell.domain.feed;

import io.groundswell.domain.volume.Buckets;

/**
 * How long a feed is silent by habit: at night, or at the weekend. By kind of day and hour, the
 * longest silence that was under way then and from which the feed came back; a single one fades
 * with every later visit of that hour.
 */
final class Habit {
  /** Hours of Monday to Friday, of Saturday and of Sunday. */
  static final int SLOTS = 72;

  /** A silence so many times as long is no habit. */
  private static final double BEYOND = 3;

  private static final double KEEP = .7;

  /** What lasts longer, no week brings again. */
  private static final long LONGEST = 3 * Buckets.DAY;

  private Habit() {}

  /** An hour is visited that holds this bucket. */
  static void visit(Feed feed, long start, long width) {
    if (start - Buckets.start(start, Buckets.HOUR) < width) {
      feed.habit[slot(start)] *= KEEP;
    }
  }

  /** The feed has come back from a silence. */
  static void remember(Feed feed, long since, long back) {
    if (back - since > LONGEST) {
      return;
    }
    for (long hour = Buckets.start(since, Buckets.HOUR); hour < back; hour += Buckets.HOUR) {
      double reached = (double) Math.min(back, hour + Buckets.HOUR) - since;
      feed.habit[slot(hour)] = Math.max(feed.habit[slot(hour)], reached);
    }
  }

  /** Whether the silence that lasts until {@code end} is longer than any habit. */
  static boolean isBroken(Feed feed, long end) {
    double longest = 0;
    for (int beside = -1; beside <= 1; beside++) {
      int slot = slot(end - 1 + beside * Buckets.HOUR);
      // At the weekend at least as much silence is to be expected as on other days.
      longest = Math.max(longest, Math.max(feed.habit[slot], feed.habit[slot % 24]));
    }
    return end - feed.silentSince > BEYOND * longest;
  }

  private static int slot(long time) {
    int weekday = Math.floorMod(Buckets.day(time) + 3, 7);
    int hour = Math.floorMod(Buckets.hour(time), 24);
    return Math.max(0, weekday - 4) * 24 + hour;
  }
}
