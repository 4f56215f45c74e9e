package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.Partial;
import io.groundswell.domain.volume.People;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.baseline.Sighting;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Counts a subject's complaints per bucket, and in {@code observed} every author once a clock hour:
 * one angry person is no surge. A late complaint counts in the clock hour of the bucket in which it
 * counts, so that hours never turn back.
 */
public final class CountMentions extends KeyedProcessFunction<String, Partial, Volume> {
  /** Which subjects are complained about on which day; each once. */
  public static final OutputTag<Sighting> SIGHTINGS =
      new OutputTag<>("sightings", TypeInformation.of(Sighting.class));

  private static final long serialVersionUID = 1;
  private static final ValueStateDescriptor<ClockHour> HOUR =
      new ValueStateDescriptor<>(Uids.CLOCK_HOUR, TypeInformation.of(ClockHour.class));

  private final long width;
  private transient MapState<Long, OpenBucket> buckets;
  private transient ValueState<ClockHour> hours;

  /** Counts buckets of the given width in milliseconds. */
  public CountMentions(long width) {
    this.width = width;
  }

  /** What it remembers beyond buckets that are open. */
  public static List<StateDescriptor<?, ?>> lasting() {
    return List.of(HOUR);
  }

  @Override
  public void open(OpenContext context) {
    buckets =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    Uids.OPEN_BUCKETS, Types.LONG, TypeInformation.of(OpenBucket.class)));
    hours = getRuntimeContext().getState(HOUR);
  }

  @Override
  public void processElement(Partial partial, Context context, Collector<Volume> out)
      throws Exception {
    OpenBucket bucket = buckets.get(partial.start());
    if (bucket == null) {
      bucket = new OpenBucket();
      context.timerService().registerEventTimeTimer(Buckets.lastMoment(partial.start(), width));
    }
    bucket.add(partial);
    buckets.put(partial.start(), bucket);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Volume> out) throws Exception {
    long start = time + 1 - width;
    OpenBucket bucket = buckets.get(start);
    if (bucket == null) {
      return;
    }
    buckets.remove(start);
    ClockHour hour = hours.value() == null ? new ClockHour() : hours.value();
    hour.turnTo(Buckets.hour(start));
    if (bucket.posts > 0) {
      sight(hour, start, context);
    }
    out.collect(close(bucket, hour, context.getCurrentKey(), start));
    hours.update(hour);
  }

  private static Volume close(OpenBucket bucket, ClockHour hour, String subject, long start) {
    int voices = hour.hear(bucket);
    int observed = hour.authors.addAll(bucket.authors);
    int echoes = hour.echoes ? Math.max(0, observed - voices) : 0;
    People people = bucket.authors.people();
    List<Integer> before = List.copyOf(hour.latest);
    hour.add(people);
    return new Volume(
        subject,
        start,
        observed,
        bucket.posts,
        bucket.backlog(),
        bucket.late,
        bucket.strongest(),
        echoes,
        bucket.agreement,
        null,
        people,
        before);
  }

  /**
   * Only what may be evidence makes a subject one of those that share the budget; what is counted
   * beside complaints pages nobody and has no share in it.
   */
  private static void sight(ClockHour hour, long start, OnTimerContext context) {
    if (hour.seenOn != Buckets.day(start) && Channel.COMPLAINTS.holds(context.getCurrentKey())) {
      hour.seenOn = Buckets.day(start);
      context.output(SIGHTINGS, new Sighting(context.getCurrentKey(), hour.seenOn));
    }
  }
}
