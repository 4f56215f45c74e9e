package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets each complaint through once. Complaints wait for their bucket to close and are then taken in
 * one order, so that it does not matter which copy came first. A copy is recognised when its first
 * was made in the same clock hour or one of the {@value #MEMORY_HOURS} before. The memory is kept
 * by shard of the hash, in slices of a clock hour with one timer each.
 */
public final class DropDuplicates extends KeyedProcessFunction<Integer, Mention, Mention> {
  /** For how many clock hours a complaint is remembered. */
  public static final int MEMORY_HOURS = 48;

  /** Handles, hashtags and phrases of complaints that match no product. */
  public static final OutputTag<String> UNKNOWN = new OutputTag<>("unknown", Types.STRING);

  private static final long serialVersionUID = 1;
  private static final int SHARDS = 1024;
  private static final Comparator<Mention> ORDER =
      Comparator.comparingLong(Mention::createdAt)
          .thenComparingLong(Mention::identity)
          .thenComparingLong(Mention::record);

  private final long width;
  private transient ListState<Mention> waiting;
  private transient MapState<Long, Integer> seen;
  private transient MapState<Integer, long[]> slices;
  private transient Ledger ledger;

  /** Waits for buckets of the given width in milliseconds. */
  public DropDuplicates(long width) {
    this.width = width;
  }

  /** The key of a mention: copies share it. */
  public static int shard(Mention mention) {
    return (int) (mention.identity() & (SHARDS - 1));
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.WAITING_MENTIONS, TypeInformation.of(Mention.class)));
    seen =
        getRuntimeContext().getMapState(new MapStateDescriptor<>(Uids.SEEN, Types.LONG, Types.INT));
    slices =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    Uids.SEEN_SLICES,
                    Types.INT,
                    PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    ledger = new Ledger(getRuntimeContext());
  }

  @Override
  public void processElement(Mention mention, Context context, Collector<Mention> out)
      throws Exception {
    waiting.add(mention);
    long start = Buckets.start(mention.createdAt(), width);
    context.timerService().registerEventTimeTimer(Buckets.lastMoment(start, width));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Mention> out) throws Exception {
    List<Mention> due = new ArrayList<>();
    List<Mention> later = new ArrayList<>();
    for (Mention mention : waiting.get()) {
      (mention.createdAt() <= time ? due : later).add(mention);
    }
    waiting.update(later);
    due.sort(ORDER);
    for (Mention mention : due) {
      judge(mention, context, out);
    }
    forget(Buckets.hour(time) - MEMORY_HOURS - 1);
  }

  private void judge(Mention mention, OnTimerContext context, Collector<Mention> out)
      throws Exception {
    int hour = Buckets.hour(mention.createdAt());
    Integer first = seen.get(mention.identity());
    if (first != null && hour - first <= MEMORY_HOURS) {
      ledger.add(Outcome.DUPLICATES);
      return;
    }
    remember(mention.identity(), hour, context);
    ledger.add(Outcome.COMPLAINTS);
    if (mention.subjects().contains(Subject.UNMATCHED)) {
      ledger.unmatched();
      mention.unknown().forEach(name -> context.output(UNKNOWN, name));
    }
    out.collect(mention);
  }

  private void remember(long identity, int hour, OnTimerContext context) throws Exception {
    seen.put(identity, hour);
    long[] slice = slices.get(hour);
    if (slice == null) {
      slice = new long[0];
      long gone = (hour + MEMORY_HOURS + 2L) * Buckets.HOUR - 1;
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
      Integer first = seen.get(identity);
      if (first != null && first == hour) {
        seen.remove(identity);
      }
    }
    slices.remove(hour);
  }
}
