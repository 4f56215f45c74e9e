package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.Uids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says for each day of event time how many subjects share the alarm budget: those seen in the
 * {@value #DAYS} days before. One instance decides at 00:00Z for all, so that thresholds depend on
 * no order of arrival. After {@value #DAYS} silent days the catalogue's subjects share it, as on
 * the first day.
 */
public final class ShareBudget extends KeyedProcessFunction<Byte, Sighting, Share> {
  private static final long serialVersionUID = 1;
  private static final int DAYS = 28;

  private final int catalogued;
  private transient MapState<String, Integer> lastSeen;

  /**
   * Shares the budget.
   *
   * @param catalogued subjects that are watched before any is seen
   */
  public ShareBudget(int catalogued) {
    this.catalogued = catalogued;
  }

  @Override
  public void open(OpenContext context) {
    lastSeen =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>(Uids.LAST_SEEN, Types.STRING, Types.INT));
  }

  @Override
  public void processElement(Sighting sighting, Context context, Collector<Share> out)
      throws Exception {
    lastSeen.put(sighting.subject(), sighting.day());
    context.timerService().registerEventTimeTimer(endOf(sighting.day()));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Share> out) throws Exception {
    if (context.timerService().currentWatermark() == Long.MAX_VALUE) {
      return;
    }
    int day = Buckets.day(time) + 1;
    List<String> gone = new ArrayList<>();
    int watched = 0;
    for (Map.Entry<String, Integer> seen : lastSeen.entries()) {
      if (seen.getValue() < day - DAYS) {
        gone.add(seen.getKey());
      } else {
        watched++;
      }
    }
    for (String subject : gone) {
      lastSeen.remove(subject);
    }
    out.collect(new Share(day, watched == 0 ? catalogued : watched));
    context.timerService().registerEventTimeTimer(endOf(day));
  }

  private static long endOf(int day) {
    return (day + 1) * Buckets.DAY - 1;
  }
}
