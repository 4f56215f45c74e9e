package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.Uids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says for each day of event time how many subjects share the alarm budget: those seen in the
 * {@value #DAYS} days before. One instance decides at 00:00Z for all, so that thresholds depend on
 * no order of arrival; and as soon as anything is seen, since when there has been watching. After
 * {@value #DAYS} silent days the catalogue's subjects share it, as on the first day.
 */
public final class ShareBudget extends KeyedProcessFunction<Byte, Sighting, Notice> {
  private static final long serialVersionUID = 1;
  private static final int DAYS = 28;

  private final Watched first;
  private final long width;
  private transient ListState<Sighting> waiting;
  private transient MapState<String, Integer> lastSeen;
  private transient ValueState<Long> since;

  /**
   * Shares the budget.
   *
   * @param first subjects that are watched before any is seen
   * @param width of a bucket, milliseconds
   */
  public ShareBudget(Watched first, long width) {
    this.first = first;
    this.width = width;
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.WAITING_SIGHTINGS, TypeInformation.of(Sighting.class)));
    lastSeen =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>(Uids.LAST_SEEN, Types.STRING, Types.INT));
    since =
        getRuntimeContext().getState(new ValueStateDescriptor<>(Uids.WATCHED_SINCE, Types.LONG));
  }

  @Override
  public void processElement(Sighting sighting, Context context, Collector<Notice> out)
      throws Exception {
    waiting.add(sighting);
    context.timerService().registerEventTimeTimer(endOf(sighting.day()));
    if (since.value() == null) {
      // Which bucket was the first is known when it closes, whatever the order of arrival.
      context.timerService().registerEventTimeTimer(context.timestamp());
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Notice> out) throws Exception {
    if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
      return;
    }
    if (since.value() == null) {
      since.update(time + 1 - width);
      out.collect(share(Buckets.day(time), first));
    }
    if (time != endOf(Buckets.day(time))) {
      return;
    }
    int day = Buckets.day(time) + 1;
    take(day);
    List<String> seen = seenSince(day - DAYS);
    out.collect(share(day, seen.isEmpty() ? first : Watched.of(seen)));
    context.timerService().registerEventTimeTimer(endOf(day));
  }

  /** Takes in the days before {@code day}; when event time leaps, later ones are here already. */
  private void take(int day) throws Exception {
    List<Sighting> later = new ArrayList<>();
    for (Sighting sighting : waiting.get()) {
      if (sighting.day() < day) {
        lastSeen.put(sighting.subject(), sighting.day());
      } else {
        later.add(sighting);
      }
    }
    waiting.update(later);
  }

  private Notice share(int day, Watched watched) throws Exception {
    return Notice.of(new Share(day, watched.wholes(), watched.places(), since.value()));
  }

  private List<String> seenSince(int first) throws Exception {
    List<String> gone = new ArrayList<>();
    List<String> there = new ArrayList<>();
    for (Map.Entry<String, Integer> seen : lastSeen.entries()) {
      (seen.getValue() < first ? gone : there).add(seen.getKey());
    }
    for (String subject : gone) {
      lastSeen.remove(subject);
    }
    return there;
  }

  private static long endOf(int day) {
    return (day + 1) * Buckets.DAY - 1;
  }
}
