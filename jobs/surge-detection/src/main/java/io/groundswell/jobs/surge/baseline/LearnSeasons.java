package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.baseline.HourCounts;
import io.groundswell.domain.baseline.Season;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Uids;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Learns each parent's season from its counts, and says at 00:00Z what it is, so that a subject
 * that begins on that day begins with it.
 */
public final class LearnSeasons extends KeyedProcessFunction<String, Volume, Notice> {
  private static final long serialVersionUID = 1;

  private transient ValueState<HourCounts> counts;
  private transient MapState<Long, Integer> waiting;

  /** Adds the operators that learn the seasons of all parents. */
  public static DataStream<Notice> add(DataStream<Volume> volumes) {
    return volumes
        .flatMap(new Parents.Counts())
        .returns(TypeInformation.of(Volume.class))
        .uid(Uids.COUNTS_OF_PARENTS)
        .name("Counts of parents")
        .keyBy(Volume::subject)
        .process(new LearnSeasons(), TypeInformation.of(Notice.class))
        .uid(Uids.LEARN_SEASONS)
        .name("Learn seasons");
  }

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(Uids.HOUR_COUNTS, TypeInformation.of(HourCounts.class)));
    waiting =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>(Uids.WAITING_COUNTS, Types.LONG, Types.INT));
  }

  @Override
  public void processElement(Volume volume, Context context, Collector<Notice> out)
      throws Exception {
    long hour = Buckets.start(volume.start(), Buckets.HOUR);
    Integer before = waiting.get(hour);
    waiting.put(hour, volume.observed() + (before == null ? 0 : before));
    context.timerService().registerEventTimeTimer(endOf(Buckets.day(volume.start())));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Notice> out) throws Exception {
    if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
      return;
    }
    HourCounts known = counts.value() == null ? new HourCounts() : counts.value();
    take(known, time);
    known.endDay(time + 1 - Buckets.DAY);
    counts.update(known);
    int day = Buckets.day(time + 1);
    if (known.tellsSeason()) {
      Season season = known.season();
      String parent = context.getCurrentKey();
      out.collect(Notice.of(new ParentSeason(parent, day, season.hours(), season.days())));
    }
    context.timerService().registerEventTimeTimer(endOf(day));
  }

  /** Takes in the day's hours; when event time leaps, later ones are here already. */
  private void take(HourCounts known, long until) throws Exception {
    List<Long> due = new ArrayList<>();
    for (Long hour : waiting.keys()) {
      if (hour <= until) {
        due.add(hour);
      }
    }
    for (Long hour : due) {
      known.add(hour, waiting.get(hour));
      waiting.remove(hour);
    }
  }

  private static long endOf(int day) {
    return (day + 1) * Buckets.DAY - 1;
  }
}
