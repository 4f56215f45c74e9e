package io.groundswell.jobs.surge.baseline;

import io.groundswell.cep.Signals;
import io.groundswell.domain.agreement.Terms;
import io.groundswell.domain.baseline.Season;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.Demand;
import io.groundswell.domain.surge.Scored;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Shares;
import io.groundswell.domain.surge.Watch;
import io.groundswell.domain.surge.Watching;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.TermPast;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.baseline.ScoringRules.Bench;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import io.groundswell.jobs.surge.ruling.ToldRulings;
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
 * the subject is awake, each by the rules that hold as it ends. What comes out is what is out of
 * the ordinary, stamped with the bucket's last moment. Patterns see the calm bucket before it as
 * well, with the same stamp; incidents do not, since it comes when its own moment is over, and how
 * fast watermarks follow each other would decide which update it still gets into. A bucket that was
 * only caught up with goes nowhere.
 */
public final class ScoreBuckets
    extends KeyedBroadcastProcessFunction<String, Volume, Notice, ScoredBucket> {
  /** Every bucket with complaints, scored; its posts include those that count in totals only. */
  public static final OutputTag<ScoredBucket> VOLUMES =
      new OutputTag<>("volumes", TypeInformation.of(ScoredBucket.class));

  /** The same of the support queue. */
  public static final OutputTag<ScoredBucket> CONTACTS =
      new OutputTag<>("contacts", TypeInformation.of(ScoredBucket.class));

  /** What patterns have to see, as each kind of pattern reads it. */
  public static final OutputTag<Signal> SIGNALS =
      new OutputTag<>("signals", TypeInformation.of(Signal.class));

  private static final long serialVersionUID = 1;
  private static final int LEAST_OF_A_CAMPAIGN = 10;

  private final Rules first;
  private final ScoringRules.From from;
  private final long width;
  private transient ToldRulings rulings;
  private transient ByRules<Rules, Bench> benches;
  private transient Bench bench;
  private transient ByRules<Catalogue, Signals> signals;
  private transient Signals reading;
  private transient KeptWatch watches;
  private transient MapState<Long, Volume> closed;

  /**
   * Scores each bucket by the rules that hold as it ends.
   *
   * @param first what holds until something else is ruled
   * @param from what of them scoring goes by
   */
  public ScoreBuckets(Rules first, ScoringRules.From from) {
    this.first = first;
    this.from = from;
    this.width = first.policy().bucket().toMillis();
  }

  @Override
  public void open(OpenContext context) {
    rulings = new ToldRulings(first);
    benches = ByRules.whole(rules -> Bench.of(from.of(rules)));
    signals = new ByRules<>(Rules::catalogue, Signals::new);
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
    context.timerService().registerEventTimeTimer(Buckets.lastMoment(volume.start(), width));
  }

  @Override
  public void processBroadcastElement(Notice notice, Context context, Collector<ScoredBucket> out)
      throws Exception {
    Ruling ruling = notice.ruling();
    if (ruling != null) {
      Newcomers.take(ruling, rulings, context);
    }
    Notices.take(notice, context);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ScoredBucket> out)
      throws Exception {
    Rules rules = rulings.at(time + 1, context.getBroadcastState(KeptRulings.DESCRIPTOR));
    bench = benches.of(rules);
    reading = signals.of(rules);
    long start = time + 1 - width;
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
    Watch passing = bench.watching().begin(volume.start(), 0);
    Shares shares = shares(volume, context);
    ScoredBucket bucket = bench.watching().score(passing, volume, 0, shares).bucket();
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
    for (ScoredBucket event : scored.events()) {
      reading.of(event, signal -> context.output(SIGNALS, signal));
    }
    if (scored.seen()) {
      out.collect(scored.bucket());
    }
    if (volume.posts() > 0 || volume.late() > 0) {
      tell(scored.bucket().plusLate(volume.late()), context);
    }
    if (scored.awake()) {
      long next = Buckets.lastMoment(scored.bucket().end(), width);
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
    int authors = bench.rules().policy().minAuthors(subject);
    return Channel.ECHO.holds(key) ? Math.max(LEAST_OF_A_CAMPAIGN, authors) : authors;
  }

  private Watching watcher(Volume volume) {
    return volume.subject().indexOf('~') >= 0 ? bench.watchingTerms() : bench.watching();
  }

  /** What is said of a term in the hour before it becomes a subject is evidence as well. */
  private void learnPast(Watch watch, Volume volume, OnTimerContext context) throws Exception {
    TermPast past = volume.past();
    for (int i = 0; past != null && i < past.starts().length; i++) {
      int observed = past.observed()[i];
      Volume before = new Volume(volume.subject(), past.starts()[i], observed, observed);
      bench.watchingTerms().score(watch, before, Integer.MAX_VALUE, shares(volume, context));
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
    if (!watch.open && start + width - watch.next >= Terms.FORGOTTEN_AFTER) {
      watches.clear();
    }
    return true;
  }

  private Shares shares(Volume volume, OnTimerContext context) {
    Subject subject = Subject.parse(Channel.subject(volume.subject()));
    return Notices.shares(context, bench.rules().start(), subject);
  }

  private Watch begin(Volume first, OnTimerContext context) throws Exception {
    long began = Math.min(first.start(), Notices.since(context, bench.rules().start().since()));
    long named =
        Newcomers.namedAt(
            context.getBroadcastState(Newcomers.DESCRIPTOR),
            first.subject(),
            first.start() + width);
    long seen = Math.min(first.start(), Math.max(began, named));
    long since = Notices.blindness(context, first.subject()).knownSince(seen, first.start());
    TermPast past = first.past();
    Season season = Notices.season(context, first);
    return past == null
        ? bench.watching().begin(since, first.start(), first.observed(), season)
        : bench.watchingTerms().begin(past, since, first.start(), season);
  }
}
