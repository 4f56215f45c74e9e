package io.groundswell.jobs.surge.ledger;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the sums of a minute until it is over. Its accumulators are for the summary of a bounded
 * run, which restarts nothing; what a streaming job counts is in its state alone.
 */
final class KeepLedger extends KeyedProcessFunction<Long, Tally, Tally> {
  private static final long serialVersionUID = 1;
  private static final Comparator<Tally> ORDER =
      Comparator.comparing(Tally::input).thenComparing(Tally::source).thenComparing(Tally::outcome);

  private transient MapState<String, Tally> sums;

  @Override
  public void open(OpenContext context) {
    sums =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    Uids.LEDGER_SUMS, Types.STRING, TypeInformation.of(Tally.class)));
  }

  @Override
  public void processElement(Tally tally, Context context, Collector<Tally> out) throws Exception {
    String slot = tally.input() + " " + tally.outcome() + " " + tally.source();
    Tally known = sums.get(slot);
    sums.put(slot, known == null ? tally : known.plus(tally));
    long over = Buckets.lastMoment(tally.minute(), Tally.MINUTE);
    context.timerService().registerEventTimeTimer(over);
    count(tally);
  }

  private void count(Tally tally) {
    add(Ledger.counter(tally.input(), tally.outcome()), tally.count());
    if (tally.input() == Input.POSTS) {
      add(Ledger.READ, tally.count());
      add(Ledger.UNMATCHED, tally.unmatched());
      add(Ledger.LATE, tally.late());
    } else if (tally.input() == Input.CHANGES) {
      add(Ledger.UNMATCHED_CHANGES, tally.unmatched());
    }
  }

  private void add(String counter, long count) {
    getRuntimeContext().getLongCounter(counter).add(count);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Tally> out) throws Exception {
    List<Tally> rows = new ArrayList<>();
    sums.values().forEach(rows::add);
    sums.clear();
    rows.sort(ORDER);
    rows.forEach(out::collect);
  }
}
