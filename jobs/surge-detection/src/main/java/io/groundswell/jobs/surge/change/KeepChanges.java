package io.groundswell.jobs.surge.change;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.ChangeRecogniser;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.volume.Arrival;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import io.groundswell.jobs.surge.ruling.ToldRulings;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets each change through once, at the close of the bucket in which it counts, as what the
 * catalogue knows of it. Keyed by the event's id: of several the first in order counts, whichever
 * came first, and an id is known as long as a complaint is: {@value ArrivalRule#MEMORY_HOURS} clock
 * hours. There are few changes, so an id has a timer of its own.
 */
public final class KeepChanges
    extends KeyedBroadcastProcessFunction<String, SentChange, Ruling, Change> {
  private static final long serialVersionUID = 1;
  private static final ValueStateDescriptor<Integer> LAST =
      new ValueStateDescriptor<>(Uids.LAST_CHANGE, Types.INT);

  private final ArrivalRule rule;
  private final Rules first;
  private transient ToldRulings rulings;
  private transient ByRules<Catalogue, ChangeRecogniser> recognisers;
  private transient ListState<SentChange> waiting;
  private transient ValueState<Integer> last;

  /**
   * Waits for the buckets in which changes to what is watched count.
   *
   * @param first what holds until something else is ruled
   */
  public KeepChanges(ArrivalRule rule, Rules first) {
    this.rule = rule;
    this.first = first;
  }

  /** Adds the operator to a job. */
  public static SingleOutputStreamOperator<Change> add(
      DataStream<SentChange> sent, DataStream<Ruling> rulings, ArrivalRule rule, Rules first) {
    return sent.keyBy(change -> change.event().id())
        .connect(rulings.broadcast(KeptRulings.DESCRIPTOR))
        .process(new KeepChanges(rule, first), TypeInformation.of(Change.class))
        .uid(Uids.KEEP_CHANGES)
        .name("Keep changes");
  }

  /** What it remembers beyond buckets that are open. */
  public static List<StateDescriptor<?, ?>> lasting() {
    return List.of(LAST, KeptRulings.DESCRIPTOR);
  }

  @Override
  public void open(OpenContext context) {
    rulings = new ToldRulings(first);
    recognisers = new ByRules<>(Rules::catalogue, ChangeRecogniser::new);
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.WAITING_CHANGES, TypeInformation.of(SentChange.class)));
    last = getRuntimeContext().getState(LAST);
  }

  @Override
  public void processElement(SentChange change, ReadOnlyContext context, Collector<Change> out)
      throws Exception {
    waiting.add(change);
    context.timerService().registerEventTimeTimer(due(change));
  }

  @Override
  public void processBroadcastElement(Ruling ruling, Context context, Collector<Change> out)
      throws Exception {
    rulings.take(
        ruling, context.getBroadcastState(KeptRulings.DESCRIPTOR), context.currentWatermark());
  }

  private long due(SentChange change) {
    return Buckets.lastMoment(change.arrival(rule).start(), rule.width());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Change> out) throws Exception {
    List<SentChange> due = new ArrayList<>();
    List<SentChange> later = new ArrayList<>();
    for (SentChange change : waiting.get()) {
      (due(change) <= time ? due : later).add(change);
    }
    waiting.update(later);
    due.sort(SentChange.ORDER);
    for (SentChange change : due) {
      judge(change, context, out);
    }
    Integer hour = last.value();
    if (hour != null && Buckets.hour(time) - hour > ArrivalRule.MEMORY_HOURS) {
      last.clear();
    }
  }

  private void judge(SentChange sent, OnTimerContext context, Collector<Change> out)
      throws Exception {
    Arrival arrival = sent.arrival(rule);
    int hour = Buckets.hour(arrival.start());
    Integer before = last.value();
    if (before != null && hour - before <= ArrivalRule.MEMORY_HOURS) {
      say(sent, Outcome.DUPLICATES, false, context);
    } else if (arrival.dropped()) {
      say(sent, Outcome.LATE_DROPPED, false, context);
    } else {
      last.update(hour);
      long gone = (hour + ArrivalRule.MEMORY_HOURS + 2L) * Buckets.HOUR - 1;
      context.timerService().registerEventTimeTimer(gone);
      Rules rules =
          rulings.at(context.timestamp() + 1, context.getBroadcastState(KeptRulings.DESCRIPTOR));
      Change change = recognisers.of(rules).recognise(sent.event(), sent.closed());
      say(sent, Outcome.CHANGES, change == null, context);
      if (change != null) {
        out.collect(change);
      }
    }
  }

  private void say(SentChange sent, Outcome outcome, boolean unmatched, OnTimerContext context) {
    boolean late = outcome == Outcome.CHANGES && sent.arrival(rule).late();
    context.output(
        Ledger.OUTCOMES,
        Tally.one(
            context.timestamp(), Input.CHANGES, sent.event().kind(), outcome, unmatched, late));
  }
}
