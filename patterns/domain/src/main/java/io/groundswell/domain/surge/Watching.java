package io.groundswell.domain.surge;

import static io.groundswell.domain.baseline.Precision.rounded;

import io.groundswell.domain.baseline.Run;
import io.groundswell.domain.baseline.Scorer;
import io.groundswell.domain.baseline.Season;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.TermPast;
import io.groundswell.domain.volume.Volume;
import org.jspecify.annotations.Nullable;

/**
 * Scores a subject's buckets in order and says what each means for its surge. A silent subject
 * costs nothing: the buckets without complaints are made up for when the next one is scored, with
 * the same result bit for bit. Holds nothing of a subject; not safe for use by several threads.
 */
public final class Watching {
  private final WatchRules rules;
  private final Scorer scorer;
  private final Thresholds thresholds;
  private final Followup followup;
  private final Habituation habituation;
  private final Eyes eyes;
  private final Showing showing;
  private final FirstWatch first;

  /** Watches by the given rules. */
  public Watching(WatchRules rules) {
    this(rules, new Scorer(rules.width(), rules.listen()));
  }

  private Watching(WatchRules rules, Scorer scorer) {
    this.rules = rules;
    this.scorer = scorer;
    this.thresholds = new Thresholds(rules, scorer);
    this.followup = new Followup(scorer);
    this.habituation = new Habituation(scorer.minutes());
    this.eyes = new Eyes(scorer);
    this.showing = new Showing(scorer, rules.width());
    this.first = new FirstWatch(rules, scorer);
  }

  /** Watches terms by the given rules. */
  public static Watching ofTerms(WatchRules rules) {
    return new Watching(rules, Scorer.ofTerms(rules.width()));
  }

  /**
   * Begins to watch a subject of which nothing is known but its first bucket.
   *
   * @param start start of its first bucket, epoch milliseconds
   * @param firstCount count of that bucket
   */
  public Watch begin(long start, int firstCount) {
    return begin(start, start, firstCount, null);
  }

  /**
   * Begins to watch a subject.
   *
   * @param since when watching began, epoch milliseconds: had anybody complained since then, it
   *     would have been seen
   * @param start start of its first bucket, epoch milliseconds, not before {@code since}
   * @param firstCount count of that bucket
   * @param season what the parent's complaints go by; null where that is unknown
   */
  public Watch begin(long since, long start, int firstCount, @Nullable Season season) {
    return first.of(since, start, firstCount, season);
  }

  /**
   * Begins to watch a term.
   *
   * @param past what is known of it
   * @param since when its product began to be watched, epoch milliseconds
   * @param season what its product's complaints go by; null where that is unknown
   */
  public Watch begin(TermPast past, long since, long start, @Nullable Season season) {
    return FirstWatch.of(past, since, start, season);
  }

  /**
   * Scores a bucket, after the silent ones before it.
   *
   * @param volume a bucket that starts at {@link Watch#next} or later
   * @param minAuthors fewer distinct authors open no incident
   * @param shares how many subjects share the budget on each day
   * @throws IllegalArgumentException where the bucket has been scored or passed over already
   */
  public Scored score(Watch watch, Volume volume, int minAuthors, Shares shares) {
    return score(watch, volume, Demand.of(minAuthors), shares, Blindness.NONE, Easings.NONE);
  }

  /**
   * Scores a bucket, after the silent ones before it, of which some may not have been seen.
   *
   * @param demand what it takes to open an incident
   * @param blindness when which feeds were blind
   * @param easings what changes have bought in this bucket
   * @see #score(Watch, Volume, int, Shares)
   */
  public Scored score(
      Watch watch,
      Volume volume,
      Demand demand,
      Shares shares,
      Blindness blindness,
      Easings easings) {
    if (volume.start() < watch.next) {
      throw new IllegalArgumentException(
          volume.subject() + ": bucket " + volume.start() + " comes after " + watch.next);
    }
    Blindness since = blindness.from(watch.next);
    catchUp(watch, volume.start(), shares, since);
    int watched = watched(shares, volume.start());
    boolean seen = watch.shown;
    ScoredBucket before =
        watch.shown || watch.lastLevel != Level.CALM ? null : last(watch, volume.subject(), shares);
    Sight sight = eyes.look(watch, volume.start(), since);
    double threshold = thresholds.of(watch, volume.start(), watched, shares);
    weigh(watch, volume, sight);
    double discount = discount(watch, easings);
    Turn turn = step(watch, volume, threshold, discount, demand, sight);
    watch.shown =
        watch.lastLevel != Level.CALM || turn != Turn.NONE || grows(watch) || joins(watch);
    ScoredBucket bucket =
        showing.bucket(watch, volume.subject(), volume.start(), threshold, discount, watched, turn);
    ScoredBucket shown = watch.shown ? Showing.people(bucket, volume, seen) : bucket;
    return new Scored(before, shown, watch.shown, awake(watch, bucket.end()));
  }

  /** A bucket that adds to a surge without being elevated itself. */
  private static boolean grows(Watch watch) {
    return watch.open && watch.lastObserved > 0;
  }

  /** A bucket that may rise together with those of other subjects. */
  private boolean joins(Watch watch) {
    return watch.lastObserved > 0 && watch.lastEvidence >= rules.across().least();
  }

  private void catchUp(Watch watch, long until, Shares shares, Blindness blindness) {
    while (watch.next < until) {
      long dayEnd = Buckets.start(watch.next, Buckets.DAY) + Buckets.DAY;
      double ofDay = thresholds.ofDay(watched(shares, watch.next), shares);
      long stop = Math.min(dayEnd, until);
      while (watch.next < stop) {
        Sight sight = eyes.look(watch, watch.next, blindness);
        silence(watch, ofDay + thresholds.margin(watch, watch.next), sight);
      }
    }
  }

  private void silence(Watch watch, double threshold, Sight sight) {
    eyes.weigh(watch, Volume.none("", watch.next), sight);
    followup.remember(watch, 0);
    settle(watch, 0, 0, Level.CALM);
    if (!sight.blurred()) {
      scorer.learn(watch.baseline, 0, scorer.evidence() > Level.guard(threshold));
    }
  }

  private void weigh(Watch watch, Volume volume, Sight sight) {
    eyes.weigh(watch, volume, sight);
    followup.remember(watch, volume.voices());
  }

  /** A surge that is under way has opened; nothing makes it any more certain. */
  private double discount(Watch watch, Easings easings) {
    return watch.open || easings == Easings.NONE
        ? 0
        : rounded(rules.discount(easings.extra(scorer.run(watch.baseline).since)));
  }

  /** What is normal is learnt as if nothing had been changed. */
  private Turn step(
      Watch watch, Volume volume, double threshold, double discount, Demand demand, Sight sight) {
    int voices = volume.voices();
    double evidence = scorer.evidence();
    Level level = Level.of(voices, evidence, threshold - discount);
    Turn turn = turn(watch, volume, level, demand, sight);
    settle(watch, volume.observed(), volume.posts(), level);
    if (!sight.blurred()) {
      boolean suspected = watch.open || evidence > Level.guard(threshold);
      scorer.learn(watch.baseline, voices, suspected);
    }
    if (sight.unseen() == 0 || watch.sources.length == 0) {
      Carried.add(watch, volume);
    }
    return turn;
  }

  private Turn turn(Watch watch, Volume volume, Level level, Demand demand, Sight sight) {
    long end = volume.start() + rules.width();
    if (!watch.open) {
      return open(watch, level, demand, end);
    }
    watch.surge = watch.surge.plus(volume.voices(), scorer.mean(), volume.posts());
    // Where too little can be seen, silence is no recovery.
    return sight.blurred() ? Turn.NONE : follow(watch, volume, level, end);
  }

  private void settle(Watch watch, int observed, int posts, Level level) {
    watch.lastObserved = observed;
    watch.lastPosts = posts;
    watch.lastExpected = rounded(scorer.mean());
    watch.lastEvidence = rounded(scorer.evidence());
    watch.lastTexts = rounded(scorer.texts());
    watch.lastLevel = level;
    watch.shown = false;
    habituation.remember(watch, level);
    Followup.round(watch);
    watch.next += rules.width();
    if (level != Level.CALM) {
      watch.elevatedUntil = watch.next;
    }
  }

  private Turn open(Watch watch, Level level, Demand demand, long end) {
    if (level != Level.EXTREME) {
      return Turn.NONE;
    }
    Run run = scorer.run(watch.baseline);
    if (run.observed < demand.minAuthors()) {
      return Turn.NONE;
    }
    boolean again = watch.resolvedAt != Watch.NEVER && end - watch.resolvedAt <= rules.reopen();
    Turn turn = rules.opening(again, watch.lastLevel);
    boolean usedTo =
        turn == Turn.OPENS
            && rules.habituation()
            && !habituation.allows(
                watch, scorer.evidence(), end, demand.falseAlarms().getAsDouble());
    if (turn == Turn.NONE || usedTo) {
      return Turn.NONE;
    }
    if (turn == Turn.OPENS) {
      Habituation.count(watch, end);
    }
    double multiple = scorer.multiple(watch.baseline);
    watch.surge = new SurgeSize(run.since, run.observed, run.expected, run.posts, multiple);
    watch.open = true;
    followup.begin(watch, run);
    scorer.restart(watch.baseline);
    return turn;
  }

  private Turn follow(Watch watch, Volume volume, Level level, long end) {
    boolean recovering = Followup.recovered(watch);
    followup.follow(watch, volume.voices(), end);
    if (!recovering && Followup.recovered(watch)) {
      // The evidence of a large surge would take hours to fade: what counts is what comes now.
      scorer.restart(watch.baseline);
    }
    if (Followup.escalated(watch) && rules.escalates()) {
      followup.settle(watch, end);
      return Turn.ESCALATES;
    }
    boolean quiet = level == Level.CALM && end - watch.elevatedUntil >= rules.resolve();
    if (quiet && isOver(watch) && rules.resolves()) {
      watch.open = false;
      watch.resolvedAt = end;
      scorer.restart(watch.baseline);
      return Turn.RESOLVES;
    }
    return Turn.NONE;
  }

  /**
   * Silence proves little of what was hardly ever said; it is over when nobody says it any more.
   */
  private boolean isOver(Watch watch) {
    return Followup.recovered(watch) || (scorer.isOfTerms() && Followup.isSilent(watch));
  }

  private boolean awake(Watch watch, long now) {
    return watch.open
        || (watch.elevatedUntil != Watch.NEVER && now - watch.elevatedUntil < rules.resolve());
  }

  private ScoredBucket last(Watch watch, String subject, Shares shares) {
    long start = watch.next - rules.width();
    int watched = watched(shares, start);
    double threshold = thresholds.of(watch, start, watched, shares);
    return showing.bucket(watch, subject, start, threshold, 0, watched, Turn.NONE);
  }

  private static int watched(Shares shares, long time) {
    return shares.watchedOn(Buckets.day(time));
  }
}
