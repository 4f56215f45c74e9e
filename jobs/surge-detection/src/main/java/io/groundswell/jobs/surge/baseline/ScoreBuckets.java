package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.agreement.Terms;
import io.groundswell.domain.baseline.Season;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Demand;
import io.groundswell.domain.surge.Scored;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Shares;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.TermPast;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Uids;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Scores every bucket with complaints against its subject's baseline, and the silent ones too while
 * the subject is awake. What comes out is what patterns have to see, stamped with the last moment
 * of the bucket just closed; a bucket that was only caught up with never goes there.
 */
public final class ScoreBuckets
    extends KeyedBroadcastProcessFunction<String, Volume, Notice, ScoredBucket> {
  /** Every bucket with complaints, scored; its posts include those that count in totals only. */
  public static final OutputTag<ScoredBucket> VOLUMES =
      new OutputTag<>("volumes", TypeInformation.of(ScoredBucket.class));

  /** The same of the support queue. */
  public static final OutputTag<ScoredBucket> CONTACTS =
      new OutputTag<>("contacts", TypeInformation.of(ScoredBucket.class));

  private static final long serialVersionUID = 1;
  private static final int LEAST_OF_A_CAMPAIGN = 10;

  private final Policy policy;
  private final WatchRules rules;
  private final ScoringStart startingPoint;
  private transient Watching watching;
  private transient Watching watchingTerms;
  private transient KeptWatch watches;
  private transient MapState<Long, Volume> closed;

  /**
   * Scores by a policy.
   *
   * @param rules the policy's rules, for subjects of a catalogue or for any
   */
  public ScoreBuckets(Policy policy, WatchRules rules, ScoringStart startingPoint) {
    this.policy = policy;
    this.rules = rules;
    this.startingPoint = startingPoint;
  }

  @Override
  public void open(OpenContext context) {
    watching = new Watching(rules);
    watchingTerms = Watching.ofTerms(rules);
    watches = new KeptWatch(getRuntimeContext());
    closed =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    Uids.CLOSED_VOLUMES, Types.LONG, TypeInformation.of(Volume.class)));
  }

  @Override
  public void processElement(Volume volume, ReadOnlyContext context, Collector<ScoredBucket> out)
      throws Exception {
    closed.put(volume.start(), volume);
    context
        .timerService()
        .registerEventTimeTimer(Buckets.lastMoment(volume.start(), rules.width()));
  }

  @Override
  public void processBroadcastElement(Notice notice, Context context, Collector<ScoredBucket> out)
      throws Exception {
    Notices.take(notice, context);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ScoredBucket> out)
      throws Exception {
    long start = time + 1 - rules.width();
    Volume volume = closed.get(start);
    if (volume == null) {
      if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
        return; // The input has ended: what nobody has seen is not known to be silent.
      }
      if (isTermAsleep(context.getCurrentKey(), start)) {
        return;
      }
      volume = Volume.none(context.getCurrentKey(), start);
    }
    closed.remove(start);
    if (volume.posts() == 0 && volume.late() > 0 && watches.value() == null) {
      pass(volume, context);
    } else {
      score(volume, context, out);
    }
  }

  /**
   * Scores totals of a subject of which nobody has complained in time yet, without beginning to
   * watch it: a baseline that begins at 0 would call its first complaints a surge.
   */
  private void pass(Volume volume, OnTimerContext context) throws Exception {
    Watch passing = watching.begin(volume.start(), 0);
    Shares shares = shares(volume, context);
    ScoredBucket bucket = watching.score(passing, volume, 0, shares).bucket();
    tell(bucket.plusLate(volume.late()), context);
  }

  private static void tell(ScoredBucket bucket, OnTimerContext context) {
    Channel channel = Channel.of(bucket.subject());
    if (channel == Channel.COMPLAINTS) {
      context.output(VOLUMES, bucket);
    } else if (channel == Channel.SUPPORT) {
      context.output(CONTACTS, bucket);
    }
  }

  private void score(Volume volume, OnTimerContext context, Collector<ScoredBucket> out)
      throws Exception {
    Watch watch = watches.value();
    if (watch == null) {
      watch = begin(volume, context);
      learnPast(watch, volume, context);
    }
    Subject subject = Subject.parse(Channel.subject(volume.subject()));
    int least = least(volume.subject(), subject);
    Scored scored = score(watch, volume, least, context);
    watches.update(watch);
    scored.events().forEach(out::collect);
    if (volume.posts() > 0 || volume.late() > 0) {
      tell(scored.bucket().plusLate(volume.late()), context);
    }
    if (scored.awake()) {
      long next = Buckets.lastMoment(scored.bucket().end(), rules.width());
      context.timerService().registerEventTimeTimer(next);
    }
    if (subject.term() != null) {
      context
          .timerService()
          .registerEventTimeTimer(scored.bucket().end() - 1 + Terms.FORGOTTEN_AFTER);
    }
  }

  private Scored score(Watch watch, Volume volume, int least, OnTimerContext context)
      throws Exception {
    return watcher(volume)
        .score(
            watch,
            volume,
            new Demand(least, () -> Notices.falseAlarms(context, volume)),
            shares(volume, context),
            Notices.blindness(context, volume.subject()),
            Notices.easings(context, volume));
  }

  /** Fewer posts that repeat others are no campaign that anybody need know of. */
  private int least(String key, Subject subject) {
    int authors = policy.minAuthors(subject);
    return Channel.ECHO.holds(key) ? Math.max(LEAST_OF_A_CAMPAIGN, authors) : authors;
  }

  private Watching watcher(Volume volume) {
    return volume.subject().indexOf('~') >= 0 ? watchingTerms : watching;
  }

  /** What is said of a term in the hour before it becomes a subject is evidence as well. */
  private void learnPast(Watch watch, Volume volume, OnTimerContext context) throws Exception {
    TermPast past = volume.past();
    for (int i = 0; past != null && i < past.starts().length; i++) {
      int observed = past.observed()[i];
      Volume before = new Volume(volume.subject(), past.starts()[i], observed, observed);
      watchingTerms.score(watch, before, Integer.MAX_VALUE, shares(volume, context));
    }
  }

  /** A term that nobody uses any more is no subject any more. */
  private boolean isTermAsleep(String subject, long start) throws Exception {
    if (subject.indexOf('~') < 0) {
      return false;
    }
    Watch watch = watches.value();
    if (watch == null || watch.next == start) {
      return watch == null;
    }
    if (!watch.open && start + rules.width() - watch.next >= Terms.FORGOTTEN_AFTER) {
      watches.clear();
    }
    return true;
  }

  private Shares shares(Volume volume, OnTimerContext context) {
    Subject subject = Subject.parse(Channel.subject(volume.subject()));
    return Notices.shares(context, startingPoint, subject);
  }

  private Watch begin(Volume first, OnTimerContext context) throws Exception {
    long began = Math.min(first.start(), Notices.since(context, startingPoint.since()));
    long since = Notices.blindness(context, first.subject()).knownSince(began, first.start());
    TermPast past = first.past();
    Season season = Notices.season(context, first);
    return past == null
        ? watching.begin(since, first.start(), first.observed(), season)
        : watchingTerms.begin(past, since, first.start(), season);
  }
}
