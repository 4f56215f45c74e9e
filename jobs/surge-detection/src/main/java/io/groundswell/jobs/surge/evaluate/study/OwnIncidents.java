package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Blindness;
import io.groundswell.domain.surge.Demand;
import io.groundswell.domain.surge.Easings;
import io.groundswell.domain.surge.Scored;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Volume;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Groundswell as a user has it: incidents that open, go on and resolve. The statistic is 1 in a
 * bucket that opens or reopens an incident, else 0.
 */
final class OwnIncidents implements Detector {
  private final Watching watching;
  private final int watched;
  private final @Nullable ChangeDiary changes;
  private @Nullable Watch watch;
  private boolean awake;
  private long since = Long.MAX_VALUE;

  /**
   * One of several subjects.
   *
   * @param width width of a bucket, milliseconds
   * @param watched subjects that share the budget
   * @param perWeek the budget: false incidents a week over all of them
   */
  OwnIncidents(long width, int watched, double perWeek) {
    this(new Watching(rules(width, perWeek)), watched, null, null, false);
  }

  private OwnIncidents(
      Watching watching,
      int watched,
      @Nullable ChangeDiary changes,
      @Nullable Watch watch,
      boolean awake) {
    this.watching = watching;
    this.watched = watched;
    this.changes = changes;
    this.watch = watch;
    this.awake = awake;
  }

  /**
   * A subject whose changes are known.
   *
   * @param width width of a bucket, milliseconds
   * @param perWeek its budget: false incidents a week
   */
  static OwnIncidents knowing(ChangeDiary changes, long width, double perWeek) {
    WatchRules saving = rules(width, perWeek).saving(ChangeDiary.SHARE);
    return new OwnIncidents(new Watching(saving), 1, changes, null, false);
  }

  private static WatchRules rules(long width, double perWeek) {
    Policy policy = Policy.defaults().withBucket(Duration.ofMillis(width));
    return WatchRules.of(policy).sharing(perWeek);
  }

  @Override
  public double add(long start, int count) {
    since = Math.min(since, start);
    if (count == 0 && !awake) {
      return 0; // Silence is made up for when the next complaint comes.
    }
    Watch known = watch;
    if (known == null) {
      known = watching.begin(since, start, count, null);
      watch = known;
    }
    Volume volume = new Volume("subject", start, count, count);
    Easings easings = changes == null ? Easings.NONE : changes.at(start);
    Scored scored =
        watching.score(known, volume, Demand.of(1), day -> watched, Blindness.NONE, easings);
    awake = scored.awake();
    Turn turn = scored.bucket().turn();
    return turn == Turn.OPENS || turn == Turn.REOPENS ? 1 : 0;
  }

  @Override
  public Detector copy() {
    Watch known = watch;
    OwnIncidents copy =
        new OwnIncidents(
            watching, watched, changes, known == null ? null : StateCopy.of(known), awake);
    copy.since = since;
    return copy;
  }
}
