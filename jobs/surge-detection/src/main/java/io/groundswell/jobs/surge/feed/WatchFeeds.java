package io.groundswell.jobs.surge.feed;

import io.groundswell.domain.feed.Feed;
import io.groundswell.domain.feed.FeedDesk;
import io.groundswell.domain.feed.FeedNews;
import io.groundswell.domain.incident.Holds;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Says when a source or a partition goes blind, and when it is back. One instance watches all, one
 * record a feed and bucket, so that the times of blindness depend on no order of arrival.
 */
public final class WatchFeeds
    extends KeyedCoProcessFunction<Byte, FeedCount, Ruling, IncidentUpdate> {
  /** When nothing is known of what a feed feeds; each once at its beginning and at its end. */
  public static final OutputTag<Notice> SPANS =
      new OutputTag<>("blind-spans", TypeInformation.of(Notice.class));

  /** The same for the desk, which may not take for calm what is not seen. */
  public static final OutputTag<ScoredBucket> HOLDS =
      new OutputTag<>("holds", TypeInformation.of(ScoredBucket.class));

  /** What each feed has brought in a bucket that is over. */
  public static final OutputTag<FeedCount> COUNTED =
      new OutputTag<>("counted-feeds", TypeInformation.of(FeedCount.class));

  private static final long serialVersionUID = 1;
  private static final MapStateDescriptor<String, Feed> FEEDS =
      new MapStateDescriptor<>(Uids.FEEDS, Types.STRING, TypeInformation.of(Feed.class));

  private final Rules first;
  private transient KeptRulings rulings;
  private transient ByRules<Policy, FeedDesk> desks;
  private transient ListState<FeedCount> waiting;
  private transient MapState<String, Feed> feeds;
  private transient MapState<String, String> madeBy;
  private transient boolean signed;

  private WatchFeeds(Rules first) {
    this.first = first;
  }

  /**
   * Adds the operators that watch feeds by their signs of life.
   *
   * @param rulings what is ruled while it runs
   * @param first what holds until then
   * @param kept what feeds have brought that are read no more; null where there is nothing kept
   */
  public static SingleOutputStreamOperator<IncidentUpdate> add(
      DataStream<SignOfLife> signs,
      @Nullable DataStream<FeedCount> kept,
      DataStream<Ruling> rulings,
      Rules first) {
    DataStream<FeedCount> counts =
        signs
            .transform(
                "Count feeds",
                TypeInformation.of(FeedCount.class),
                new CountFeeds(first.policy().bucket().toMillis()))
            .uid(Uids.COUNT_FEEDS);
    return (kept == null ? counts : counts.union(kept))
        .keyBy(count -> (byte) 0)
        .connect(rulings.keyBy(ruling -> (byte) 0))
        .process(new WatchFeeds(first), TypeInformation.of(IncidentUpdate.class))
        .uid(Uids.WATCH_FEEDS)
        .name("Watch feeds")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  /** What it remembers beyond buckets that are open. */
  public static List<StateDescriptor<?, ?>> lasting() {
    return List.of(FEEDS, MadeBy.DESCRIPTOR, KeptRulings.DESCRIPTOR);
  }

  @Override
  public void open(OpenContext context) {
    rulings = new KeptRulings(first, getRuntimeContext());
    desks = new ByRules<>(Rules::policy, FeedDesk::new);
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.WAITING_FEED_COUNTS, TypeInformation.of(FeedCount.class)));
    feeds = getRuntimeContext().getMapState(FEEDS);
    madeBy = getRuntimeContext().getMapState(MadeBy.DESCRIPTOR);
    signed = false;
  }

  @Override
  public void processElement1(FeedCount count, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    sign();
    waiting.add(count);
    context.timerService().registerEventTimeTimer(Buckets.lastMoment(count.start(), width()));
  }

  @Override
  public void processElement2(Ruling ruling, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    rulings.take(ruling, context.timerService().currentWatermark());
  }

  /** Whoever goes on from a savepoint of another version takes it over. */
  private void sign() throws Exception {
    if (!signed) {
      madeBy.clear();
      madeBy.putAll(MadeBy.of(first.policy()));
      signed = true;
    }
  }

  private long width() {
    return first.policy().bucket().toMillis();
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<IncidentUpdate> out)
      throws Exception {
    if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
      return; // The input has ended: what nobody has seen is not known to be silent.
    }
    long start = time + 1 - width();
    FeedDesk desk = desks.of(rulings.at(time + 1));
    SortedMap<String, Integer> counts = take(start);
    counts.forEach((feed, posts) -> context.output(COUNTED, new FeedCount(feed, start, posts)));
    SortedMap<String, Feed> known = new TreeMap<>();
    for (Map.Entry<String, Feed> entry : feeds.entries()) {
      known.put(entry.getKey(), entry.getValue());
    }
    for (FeedNews news : desk.close(known, start, counts)) {
      context.output(SPANS, Notice.of(news.span()));
      Holds.of(news.span(), width()).forEach(bucket -> context.output(HOLDS, bucket));
      out.collect(news.update());
    }
    feeds.clear();
    feeds.putAll(known);
    long next = desk.nextCheck(known, time + 1);
    if (next != Long.MAX_VALUE) {
      context.timerService().registerEventTimeTimer(next - 1);
    }
  }

  private SortedMap<String, Integer> take(long start) throws Exception {
    SortedMap<String, Integer> counts = new TreeMap<>();
    List<FeedCount> later = new ArrayList<>();
    for (FeedCount count : waiting.get()) {
      if (count.start() <= start) {
        counts.merge(count.feed(), count.posts(), Integer::sum);
      } else {
        later.add(count);
      }
    }
    waiting.update(later);
    return counts;
  }
}
