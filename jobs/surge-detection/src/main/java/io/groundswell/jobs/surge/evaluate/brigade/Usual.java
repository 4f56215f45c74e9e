package io.groundswell.jobs.surge.evaluate.brigade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The people who complain about a product at all times, more of them in the evening. */
final class Usual {
  private static final double SWING = .5;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Random random;
  private final People people;
  private final Instant begin;
  private int hours;
  private int spoken;

  /**
   * The people of one seed.
   *
   * @param begin a midnight
   */
  Usual(long seed, Instant begin) {
    this.random = new Random(seed);
    this.people = new People(seed);
    this.begin = begin;
  }

  /** What the next hour brings, in the order of time. */
  List<ScriptedPost> nextHour() {
    double level = 1 + SWING * Math.sin(2 * Math.PI * (hours - 11) / 24);
    long start = begin.toEpochMilli() + HOUR * hours++;
    long[] times = random.longs(count(level), start, start + HOUR).toArray();
    Arrays.sort(times);
    List<ScriptedPost> posts = new ArrayList<>();
    for (long time : times) {
      String text = people.says(spoken);
      posts.add(new ScriptedPost(Instant.ofEpochMilli(time), "usual-" + spoken++, text));
    }
    return posts;
  }

  /** Those who complain beside them use templates that were not used for days. */
  static List<ScriptedPost> crowd(Trial trial) {
    People people = new People(trial.seed());
    int first = people.different() / 2 + BrigadePlan.USUAL_AN_HOUR * 24 * 8;
    long[] times =
        new Random(~trial.seed()).longs(trial.people(), 0, trial.length().toMillis()).toArray();
    List<ScriptedPost> posts = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      Instant at = trial.from().plusMillis(times[i]);
      posts.add(new ScriptedPost(at, "person-" + i, people.says(first + i)));
    }
    return posts;
  }

  /** How many of the mean come (Knuth's way). */
  private int count(double level) {
    double limit = Math.exp(-BrigadePlan.USUAL_AN_HOUR * level);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
