package io.groundswell.jobs.surge.change;

import io.groundswell.domain.change.Allowance;
import io.groundswell.domain.change.Allowances;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.Share;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Saves a share of the alarm budget and spends it on changes. Says what a change has bought at the
 * close of the bucket in which it counts, before the first bucket for which that holds.
 */
public final class SaveForChanges extends KeyedCoProcessFunction<Byte, Change, Notice, Notice> {
  private static final long serialVersionUID = 1;

  private final ArrivalRule rule;
  private final double share;
  private transient Allowances rules;
  private transient ListState<Change> waiting;
  private transient MapState<String, Allowance> allowances;
  private transient ValueState<Long> since;

  /**
   * Saves for the changes of products.
   *
   * @param rule in which bucket a change counts
   * @param share of the budget, 0 to below 1
   */
  public SaveForChanges(ArrivalRule rule, double share) {
    this.rule = rule;
    this.share = share;
  }

  /** Adds the operator to a job; {@code shares} say since when there is a budget. */
  public static DataStream<Notice> add(
      DataStream<Change> changes, DataStream<Notice> shares, ArrivalRule rule, double share) {
    return changes
        .keyBy(change -> (byte) 0)
        .connect(shares.keyBy(notice -> (byte) 0))
        .process(new SaveForChanges(rule, share), TypeInformation.of(Notice.class))
        .uid(Uids.SAVE_FOR_CHANGES)
        .name("Save for changes")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  @Override
  public void open(OpenContext context) {
    rules = new Allowances(share, rule.width());
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(Uids.UNPAID_CHANGES, TypeInformation.of(Change.class)));
    allowances =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    Uids.ALLOWANCES, Types.STRING, TypeInformation.of(Allowance.class)));
    since = getRuntimeContext().getState(new ValueStateDescriptor<>(Uids.SAVING_SINCE, Types.LONG));
  }

  @Override
  public void processElement1(Change change, Context context, Collector<Notice> out)
      throws Exception {
    waiting.add(change);
    context.timerService().registerEventTimeTimer(end(change) - 1);
  }

  @Override
  public void processElement2(Notice notice, Context context, Collector<Notice> out)
      throws Exception {
    Share said = notice.share();
    if (said != null && share > 0 && since.value() == null) {
      // Nothing was saved before this day, as far as anybody knows.
      since.update(Math.max(said.since(), said.day() * Buckets.DAY));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Notice> out) throws Exception {
    List<Change> due = new ArrayList<>();
    List<Change> later = new ArrayList<>();
    for (Change change : waiting.get()) {
      (end(change) <= time + 1 ? due : later).add(change);
    }
    waiting.update(later);
    Long began = since.value();
    if (began == null) {
      return; // Nothing has been saved yet.
    }
    due.removeIf(change -> rules.isTooLate(change, time + 1));
    due.sort(Change.IN_ORDER);
    for (Change change : due) {
      Allowance saved = rules.by(time + 1, allowances.get(change.product()), began);
      allowances.put(change.product(), rules.spend(saved));
      out.collect(Notice.of(rules.buy(change, saved, time + 1)));
    }
  }

  private long end(Change change) {
    return rule.end(change.at(), change.closed());
  }
}
