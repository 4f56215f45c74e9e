package io.groundswell.domain.surge;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What a subject lived through, minute by minute from a Monday on, and what was said of it. */
final class Story {
  static final long MINUTE = 60_000;
  static final long MONDAY = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  static final WatchRules RULES = rules(PatternId.ALL);

  /** So many subjects share one false incident a week: the threshold is 14.3. */
  static final Shares SHARES = day -> 168;

  private static final String SUBJECT = "firefox";

  private final Watching watching;
  private final Watch watch;
  private final SplittableRandom random;
  private final Shares shares;
  private final int minAuthors;
  private final List<Scored> told = new ArrayList<>();
  private int minute;
  private double falseAlarms;

  private Story(WatchRules rules, Shares shares, int minAuthors, long seed, int firstCount) {
    this.watching = new Watching(rules);
    this.random = new SplittableRandom(seed);
    this.shares = shares;
    this.minAuthors = minAuthors;
    this.watch = watching.begin(MONDAY, firstCount);
  }

  static Story given(Stretch... stretches) {
    return given(RULES, 4, 1, stretches);
  }

  static Story given(WatchRules rules, int minAuthors, long seed, Stretch... stretches) {
    return given(rules, SHARES, minAuthors, seed, stretches);
  }

  static Story given(
      WatchRules rules, Shares shares, int minAuthors, long seed, Stretch... stretches) {
    int firstCount = (int) Math.round(stretches[0].perMinute());
    return new Story(rules, shares, minAuthors, seed, firstCount).then(stretches);
  }

  /** The default policy's rules with these patterns only. */
  static WatchRules rules(List<String> patterns) {
    return new WatchRules(
        MINUTE, 1, 30 * MINUTE, 120 * MINUTE, 10 * MINUTE, patterns, false, AcrossRules.NONE, 0);
  }

  static WatchRules only(String... patterns) {
    return rules(List.of(patterns));
  }

  static WatchRules without(String... patterns) {
    List<String> kept = new ArrayList<>(PatternId.ALL);
    kept.removeAll(Arrays.asList(patterns));
    return rules(kept);
  }

  Story then(Stretch... stretches) {
    for (Stretch stretch : stretches) {
      for (int i = 0; i < stretch.minutes(); i++) {
        int observed = stretch.draw(random);
        Volume volume = new Volume(SUBJECT, startOf(minute++), observed, 2 * observed);
        Demand demand = new Demand(minAuthors, () -> falseAlarms);
        told.add(watching.score(watch, volume, demand, shares, Blindness.NONE, Easings.NONE));
      }
    }
    return this;
  }

  /** People have called so many of the subject's incidents false. */
  Story calledFalse(double incidents) {
    falseAlarms = incidents;
    return this;
  }

  /**
   * The source is cut off for a while; then all that was posted meanwhile arrives at once, of which
   * the youngest minutes are evidence.
   */
  Story cutOff(double perMinute, int minutes, int young) {
    then(Stretch.silence(minutes));
    int late = 0;
    for (int i = 0; i < young; i++) {
      late += Stretch.calm(perMinute, 1).draw(random);
    }
    int all = late + Stretch.calm(perMinute, 1).draw(random);
    Backlog backlog = late == 0 ? Backlog.NONE : new Backlog(late, young);
    Volume volume = new Volume(SUBJECT, startOf(minute++), all, all, backlog, 0);
    told.add(watching.score(watch, volume, minAuthors, shares));
    return this;
  }

  /** A source that is late: all of each minute's posts arrive when it is over. */
  Story late(double perMinute, int minutes) {
    for (int i = 0; i < minutes; i++) {
      int all = Stretch.calm(perMinute, 1).draw(random);
      Volume volume = new Volume(SUBJECT, startOf(minute++), all, all, new Backlog(all, 1), 0);
      told.add(watching.score(watch, volume, minAuthors, shares));
    }
    return this;
  }

  static long startOf(int minute) {
    return MONDAY + minute * MINUTE;
  }

  Watch watch() {
    return watch;
  }

  /** How many minutes have been told. */
  int now() {
    return minute;
  }

  List<Scored> told() {
    return told;
  }

  List<ScoredBucket> buckets() {
    return told.stream().map(Scored::bucket).toList();
  }

  ScoredBucket at(int time) {
    return told.get(time).bucket();
  }

  ScoredBucket last() {
    return told.get(told.size() - 1).bucket();
  }

  /** What the patterns have been shown. */
  List<ScoredBucket> shown() {
    return told.stream().flatMap(scored -> scored.events().stream()).toList();
  }

  /** The buckets that mean something for the surge. */
  List<ScoredBucket> turns() {
    return buckets().stream().filter(bucket -> bucket.turn() != Turn.NONE).toList();
  }

  /** The first bucket with this turn. */
  ScoredBucket first(Turn turn) {
    return buckets().stream().filter(bucket -> bucket.turn() == turn).findFirst().orElseThrow();
  }
}
