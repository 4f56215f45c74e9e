package io.groundswell.cep;

import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A scored bucket as it is sent to the patterns.
 *
 * @param at its time stamp, epoch milliseconds
 * @param bucket the score
 */
public record Told(long at, ScoredBucket bucket) {
  static final long MINUTE = 60_000;

  /** One kind of bucket, some times in a row. */
  record Stretch(Level level, Turn turn, int minutes) {}

  static Stretch calm(int minutes) {
    return new Stretch(Level.CALM, Turn.NONE, minutes);
  }

  static Stretch elevated(int minutes) {
    return new Stretch(Level.ELEVATED, Turn.NONE, minutes);
  }

  /** Extreme, and yet too few authors to open anything. */
  static Stretch extreme(int minutes) {
    return new Stretch(Level.EXTREME, Turn.NONE, minutes);
  }

  static Stretch opens() {
    return new Stretch(Level.EXTREME, Turn.OPENS, 1);
  }

  static Stretch reopens() {
    return new Stretch(Level.EXTREME, Turn.REOPENS, 1);
  }

  static Stretch escalates() {
    return new Stretch(Level.EXTREME, Turn.ESCALATES, 1);
  }

  static Stretch resolves() {
    return new Stretch(Level.CALM, Turn.RESOLVES, 1);
  }

  /** A subject's buckets from minute 0 on, each sent when it closes. */
  static List<Told> of(String subject, Stretch... stretches) {
    List<Told> told = new ArrayList<>();
    for (Stretch stretch : stretches) {
      for (int i = 0; i < stretch.minutes(); i++) {
        ScoredBucket bucket = bucket(subject, told.size(), stretch);
        told.add(new Told(bucket.end() - 1, bucket));
      }
    }
    return told;
  }

  /** What several subjects are sent, in time. */
  static List<Told> all(List<List<Told>> subjects) {
    return subjects.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Told::at))
        .toList();
  }

  /** The same bucket with another time stamp. */
  Told sentWith(Told other) {
    return new Told(other.at, bucket);
  }

  private static ScoredBucket bucket(String subject, int minute, Stretch stretch) {
    return new ScoredBucket(
        subject,
        minute * MINUTE,
        (minute + 1) * MINUTE,
        stretch.level() == Level.CALM ? 0 : 5,
        stretch.level() == Level.CALM ? 0 : 7,
        .5,
        10,
        14.3,
        168,
        stretch.level(),
        stretch.turn(),
        SurgeSize.NONE);
  }
}
