package io.groundswell.domain.feed;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** What feeds bring minute by minute from a Monday on, and what is said of them. */
final class Listening {
  static final long MINUTE = 60_000;
  static final long MONDAY = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  static final IntToDoubleFunction NOTHING = minute -> 0;

  private final FeedDesk desk;
  private final SortedMap<String, Feed> feeds = new TreeMap<>();
  private final List<FeedNews> news = new ArrayList<>();
  private final SplittableRandom random;
  private int minute;

  Listening(long seed) {
    this(seed, Policy.defaults());
  }

  Listening(long seed, Policy policy) {
    random = new SplittableRandom(seed);
    desk = new FeedDesk(policy);
  }

  static Policy deaf() {
    return Policy.builder().patterns(PatternId.OF_ONE).build();
  }

  /** A steady rate of posts a minute. */
  static IntToDoubleFunction steady(double perMinute) {
    return minute -> perMinute;
  }

  /** Like the feed of one country: the rate by day, and a share of it in the small hours. */
  static IntToDoubleFunction dayAndNight(double perMinute, double night) {
    return minute -> {
      double wave = .5 + .5 * Math.cos(2 * Math.PI * (minute % 1440 / 1440.0 - .6));
      return perMinute * (night + (1 - night) * Math.pow(wave, 1.5));
    };
  }

  /** One feed brings this for so long. */
  Listening to(String key, IntToDoubleFunction rate, int minutes) {
    return to(Map.of(key, rate), minutes);
  }

  /** Several feeds bring this for so long. */
  Listening to(Map<String, IntToDoubleFunction> rates, int minutes) {
    for (int i = 0; i < minutes; i++, minute++) {
      SortedMap<String, Integer> counts = new TreeMap<>();
      for (var rate : new TreeMap<>(rates).entrySet()) {
        int posts = draw(rate.getValue().applyAsDouble(minute));
        if (posts > 0) {
          counts.put(rate.getKey(), posts);
        }
      }
      news.addAll(desk.close(feeds, at(minute), counts));
    }
    return this;
  }

  private int draw(double rate) {
    if (rate > 30) {
      double normal = 0;
      for (int i = 0; i < 12; i++) {
        normal += random.nextDouble();
      }
      return (int) Math.max(0, Math.round(rate + (normal - 6) * Math.sqrt(rate)));
    }
    int arrivals = -1;
    double waited = 0;
    while (waited <= rate) {
      waited -= Math.log(1 - random.nextDouble());
      arrivals++;
    }
    return arrivals;
  }

  static long at(int minute) {
    return MONDAY + minute * MINUTE;
  }

  int now() {
    return minute;
  }

  SortedMap<String, Feed> feeds() {
    return feeds;
  }

  FeedDesk desk() {
    return desk;
  }

  List<FeedNews> news() {
    return news;
  }
}
