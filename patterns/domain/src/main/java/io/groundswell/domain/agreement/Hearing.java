package io.groundswell.domain.agreement;

import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.List;

/**
 * What was heard about one product lately. Mutable and flat, since it is operator state; the rules
 * live in {@link Agreement} and {@link Terms}. At most {@value #MOST} complaints of 128 words: 280
 * KB, a third of that where texts have 40 words.
 */
public final class Hearing {
  /** Complaints that are kept; the oldest go first. */
  static final int MOST = 512;

  private static final double HALF_LIFE_MINUTES = 10_080;

  /** Complaints of the last hour, and of up to one before that, in the order of time. */
  public List<Heard> heard = new ArrayList<>();

  /** Voices, with a half-life of a week, and the minutes in which they were heard. */
  public double usual;

  /** See {@link #usual}. */
  public double usualMinutes;

  /** When {@link #usual} was brought up to date, epoch milliseconds; 0 before the first voice. */
  public long usualAt;

  /** Number of the clock hour in which older complaints became background. */
  public int learntHour;

  /** Adds a voice. */
  void add(Heard next) {
    if (heard.size() == MOST) {
      heard.remove(0);
    }
    heard.add(next);
    usual++;
  }

  /** Brings what is usual up to a moment. */
  public void turnTo(long now) {
    if (usualAt > 0 && now > usualAt) {
      double minutes = (now - usualAt) / 60_000.0;
      double keep = Math.pow(2, -minutes / HALF_LIFE_MINUTES);
      usual *= keep;
      usualMinutes = usualMinutes * keep + minutes;
    }
    usualAt = Math.max(usualAt, now);
  }

  /** How many voices are usual in so many minutes; a whole day is the least that tells. */
  double usualIn(double minutes) {
    return (usual + 1) * minutes / Math.max(1_440, usualMinutes);
  }

  /** Whether a clock hour has begun since older complaints last became background. */
  public boolean isDue(long start) {
    return learntHour < Buckets.hour(start);
  }

  /** Lets complaints that are older than an hour become background. */
  public void becomeBackground(Background background, long start) {
    learntHour = Buckets.hour(start);
    long until = start - Buckets.HOUR;
    int old = heard.size() - since(until);
    background.learn(heard.subList(0, old), until);
    heard.subList(0, old).clear();
  }

  /** Whether a voice was heard from a moment on. */
  boolean knows(long voice, long moment) {
    for (int i = heard.size() - 1; i >= 0 && heard.get(i).at() >= moment; i--) {
      if (heard.get(i).voice() == voice) {
        return true;
      }
    }
    return false;
  }

  /** How many voices were heard from a moment on. */
  public int since(long moment) {
    int count = 0;
    for (int i = heard.size() - 1; i >= 0 && heard.get(i).at() >= moment; i--) {
      count++;
    }
    return count;
  }
}
