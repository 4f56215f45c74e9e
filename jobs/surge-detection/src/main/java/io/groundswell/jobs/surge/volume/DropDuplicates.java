package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.Arrival;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.LateMention;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets each complaint through once. Complaints wait for the bucket in which they count to close and
 * are then taken in one order, so that it does not matter which copy came first. A copy is
 * recognised when its first counted in the same clock hour or one of the {@value
 * ArrivalRule#MEMORY_HOURS} before: hours of the buckets in which they count, which never turn back
 * however late a copy is. The memory is kept by shard of the hash, in slices of a clock hour with
 * one timer each.
 */
public final class DropDuplicates extends KeyedProcessFunction<Integer, Mention, Mention> {
  /** Handles, hashtags and phrases of complaints that match no product. */
  public static final OutputTag<String> UNKNOWN = new OutputTag<>("unknown", Types.STRING);

  /** Complaints that are older than the memory, and no copies of what it holds. */
  public static final OutputTag<LateMention> LATE =
      new OutputTag<>("late", TypeInformation.of(LateMention.class));

  /** What has counted, and which posts were withdrawn, where somebody keeps posts. */
  public static final OutputTag<CountedPost> POSTS =
      new OutputTag<>("posts", TypeInformation.of(CountedPost.class));

  private static final long serialVersionUID = 1;
  private static final int SHARDS = 1024;
  private static final MapStateDescriptor<Long, Integer> SEEN =
      new MapStateDescriptor<>(Uids.SEEN, Types.LONG, Types.INT);
  private static final MapStateDescriptor<Long, Integer> WITHDRAWN =
      new MapStateDescriptor<>(Uids.WITHDRAWN, Types.LONG, Types.INT);
  private static final MapStateDescriptor<Integer, long[]> SLICES =
      new MapStateDescriptor<>(
          Uids.SEEN_SLICES, Types.INT, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);

  /** The one order in which complaints of a bucket are taken. */
  public static final Comparator<Mention> ORDER =
      Comparator.comparingLong(Mention::createdAt)
          .thenComparingLong(Mention::identity)
          .thenComparingLong(Mention::record);

  private final ArrivalRule rule;
  private transient ListState<Mention> waiting;
  private transient MapState<Long, Integer> seen;
  private transient MapState<Long, Integer> withdrawn;
  private transient MapState<Integer, long[]> slices;

  /** Waits for the buckets in which mentions count. */
  public DropDuplicates(ArrivalRule rule) {
    this.rule = rule;
  }

  /** Adds the operator to a job. */
  public static SingleOutputStreamOperator<Mention> add(
      DataStream<Mention> mentions, ArrivalRule rule) {
    return mentions
        .keyBy(DropDuplicates::shard)
        .process(new DropDuplicates(rule), TypeInformation.of(Mention.class))
        .uid(Uids.DROP_DUPLICATES)
        .name("Drop duplicates");
  }

  /** The key of a mention: copies share it. */
  public static int shard(Mention mention) {
    return (int) (mention.identity() & (SHARDS - 1));
  }

  /** What it remembers beyond buckets that are open. */
  public static List<StateDescriptor<?, ?>> lasting() {
    return List.of(SEEN, WITHDRAWN, SLICES);
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.WAITING_MENTIONS, TypeInformation.of(Mention.class)));
    seen = getRuntimeContext().getMapState(SEEN);
    withdrawn = getRuntimeContext().getMapState(WITHDRAWN);
    slices = getRuntimeContext().getMapState(SLICES);
  }

  @Override
  public void processElement(Mention mention, Context context, Collector<Mention> out)
      throws Exception {
    if (mention.withdrawal() && mention.createdAt() == Post.NO_TIME) {
      context.output(POSTS, CountedPost.withdrawal(mention)); // In a file: no bucket is its own.
      return;
    }
    waiting.add(mention);
    context.timerService().registerEventTimeTimer(due(mention));
  }

  private long due(Mention mention) {
    return Buckets.lastMoment(rule.of(mention).start(), rule.width());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Mention> out) throws Exception {
    List<Mention> due = new ArrayList<>();
    List<Mention> later = new ArrayList<>();
    for (Mention mention : waiting.get()) {
      (due(mention) <= time ? due : later).add(mention);
    }
    waiting.update(later);
    due.sort(ORDER);
    for (Mention mention : due) {
      if (mention.withdrawal()) {
        takeBack(mention, context);
      }
    }
    for (Mention mention : due) {
      if (!mention.withdrawal()) {
        judge(mention, context, out);
      }
    }
    forget(Buckets.hour(time) - ArrivalRule.MEMORY_HOURS - 1);
  }

  /** A post that counts from now on, as it came on another way, is told without its text. */
  private void takeBack(Mention withdrawal, OnTimerContext context) throws Exception {
    int hour = Buckets.hour(rule.of(withdrawal).start());
    withdrawn.put(withdrawal.identity(), hour);
    forgetLater(withdrawal.identity(), hour, context);
    context.output(POSTS, CountedPost.withdrawal(withdrawal));
  }

  private void judge(Mention mention, OnTimerContext context, Collector<Mention> out)
      throws Exception {
    Arrival arrival = rule.of(mention);
    int hour = Buckets.hour(arrival.start());
    Integer first = seen.get(mention.identity());
    if (first != null && hour - first <= ArrivalRule.MEMORY_HOURS) {
      say(mention, Outcome.DUPLICATES, context);
    } else if (arrival.dropped()) {
      say(mention, Outcome.LATE_DROPPED, context);
      context.output(LATE, LateMention.of(mention));
    } else {
      remember(mention.identity(), hour, context);
      count(mention, arrival, context);
      out.collect(mention.counted());
    }
  }

  private void count(Mention mention, Arrival arrival, OnTimerContext context) throws Exception {
    Outcome outcome = mention.contact() ? Outcome.CONTACTS : Outcome.COMPLAINTS;
    boolean unmatched = Channel.subject(mention.subjects().get(0)).equals(Subject.UNMATCHED);
    context.output(
        Ledger.OUTCOMES,
        Tally.one(
            context.timestamp(),
            input(mention),
            mention.source(),
            outcome,
            unmatched,
            arrival.late()));
    if (mention.kept() != null) {
      boolean gone = withdrawn.contains(mention.identity());
      context.output(POSTS, CountedPost.of(mention, arrival, gone));
    }
    mention.unknown().forEach(name -> context.output(UNKNOWN, name));
  }

  private static void say(Mention mention, Outcome outcome, OnTimerContext context) {
    context.output(
        Ledger.OUTCOMES, Tally.one(context.timestamp(), input(mention), mention.source(), outcome));
  }

  private static Input input(Mention mention) {
    return mention.contact() ? Input.CONTACTS : Input.POSTS;
  }

  private void remember(long identity, int hour, OnTimerContext context) throws Exception {
    seen.put(identity, hour);
    forgetLater(identity, hour, context);
  }

  private void forgetLater(long identity, int hour, OnTimerContext context) throws Exception {
    long[] slice = slices.get(hour);
    if (slice == null) {
      slice = new long[0];
      long gone = (hour + ArrivalRule.MEMORY_HOURS + 2L) * Buckets.HOUR - 1;
      context.timerService().registerEventTimeTimer(gone);
    }
    slice = Arrays.copyOf(slice, slice.length + 1);
    slice[slice.length - 1] = identity;
    slices.put(hour, slice);
  }

  private void forget(int hour) throws Exception {
    long[] slice = slices.get(hour);
    if (slice == null) {
      return;
    }
    for (long identity : slice) {
      forget(seen, identity, hour);
      forget(withdrawn, identity, hour);
    }
    slices.remove(hour);
  }

  private static void forget(MapState<Long, Integer> hours, long identity, int hour)
      throws Exception {
    Integer known = hours.get(identity);
    if (known != null && known == hour) {
      hours.remove(identity);
    }
  }
}
