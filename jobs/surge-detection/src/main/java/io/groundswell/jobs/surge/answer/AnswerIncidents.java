package io.groundswell.jobs.surge.answer;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Mutes;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.incident.AnswerDesk;
import io.groundswell.domain.incident.AnswerDesk.Taken;
import io.groundswell.domain.incident.Answered;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.incident.Waiting;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ParsePosts;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Says of each incident how people stand to it, and tells where that has changed. One instance sees
 * all incidents, all verdicts and all mutes, which are few.
 */
public final class AnswerIncidents
    extends KeyedCoProcessFunction<Byte, IncidentUpdate, GivenAnswer, IncidentUpdate> {
  private static final long serialVersionUID = 1;
  private static final ListStateDescriptor<IncidentUpdate> UPDATES =
      new ListStateDescriptor<>(Uids.UNANSWERED_UPDATES, TypeInformation.of(IncidentUpdate.class));
  private static final MapStateDescriptor<String, Answered> INCIDENTS =
      new MapStateDescriptor<>(
          Uids.ANSWERED_INCIDENTS, Types.STRING, TypeInformation.of(Answered.class));
  private static final MapStateDescriptor<String, Mute> MUTES =
      new MapStateDescriptor<>(Uids.MUTES, Types.STRING, TypeInformation.of(Mute.class));

  private static final Comparator<SentAnswer> BY_VERDICT =
      Comparator.comparing(AnswerIncidents::verdict, Verdict.IN_ORDER)
          .thenComparing(answer -> Objects.requireNonNull(answer.unknown()).where());

  private static final Comparator<SentAnswer> BY_MUTE =
      Comparator.comparing(AnswerIncidents::mute, Mute.IN_ORDER);

  private final ArrivalRule rule;
  private final Rules first;
  private transient KeptRulings rulings;
  private transient ListState<IncidentUpdate> updates;
  private transient ListState<SentAnswer> answers;
  private transient MapState<String, Answered> incidents;
  private transient MapState<String, Mute> mutes;

  /** Answers by rules, whose policy's mutes come back by themselves, until others are ruled. */
  public AnswerIncidents(Rules first, ArrivalRule rule) {
    this.rule = rule;
    this.first = first;
  }

  /** Adds the operator to a job. */
  public static SingleOutputStreamOperator<IncidentUpdate> add(
      DataStream<IncidentUpdate> incidents,
      DataStream<GivenAnswer> answers,
      Rules first,
      ArrivalRule rule) {
    return incidents
        .keyBy(update -> (byte) 0)
        .connect(answers.keyBy(answer -> (byte) 0))
        .process(new AnswerIncidents(first, rule), TypeInformation.of(IncidentUpdate.class))
        .uid(Uids.ANSWER_INCIDENTS)
        .name("Answer incidents")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  /** What it remembers beyond buckets that are open. */
  public static List<StateDescriptor<?, ?>> lasting() {
    return List.of(UPDATES, INCIDENTS, MUTES, KeptRulings.DESCRIPTOR);
  }

  @Override
  public void open(OpenContext context) {
    rulings = new KeptRulings(first, getRuntimeContext());
    updates = getRuntimeContext().getListState(UPDATES);
    answers =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.WAITING_ANSWERS, TypeInformation.of(SentAnswer.class)));
    incidents = getRuntimeContext().getMapState(INCIDENTS);
    mutes = getRuntimeContext().getMapState(MUTES);
  }

  @Override
  public void processElement1(IncidentUpdate update, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    updates.add(update);
    context.timerService().registerEventTimeTimer(update.updatedAt() - 1);
  }

  @Override
  public void processElement2(GivenAnswer given, Context context, Collector<IncidentUpdate> out)
      throws Exception {
    if (given.ruling() != null) {
      take(given.ruling(), context);
    }
    SentAnswer answer = given.answer();
    if (answer == null) {
      return;
    }
    answers.add(answer);
    context.timerService().registerEventTimeTimer(answer.end(rule) - 1);
  }

  /** Which pages it holds back, it holds back from the bucket on that it falls into. */
  private void take(Ruling ruling, Context context) throws Exception {
    rulings.take(ruling, context.timerService().currentWatermark());
    if (ruling.from() != RawRecord.NO_TIME) {
      long start = Buckets.start(ruling.from(), rule.width());
      context.timerService().registerEventTimeTimer(Buckets.lastMoment(start, rule.width()));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<IncidentUpdate> out)
      throws Exception {
    long end = time + 1;
    List<SentAnswer> due = Waiting.take(answers, answer -> answer.end(rule), end);
    SortedMap<String, Mute> held = copy(mutes);
    due.stream()
        .filter(answer -> answer.mute() != null)
        .sorted(BY_MUTE)
        .forEach(answer -> mute(held, answer, context));
    held.values().removeIf(mute -> mute.until() <= end);
    Mutes all = new Mutes(held.values(), rulings.at(end).policy().mutes());
    SortedMap<String, Answered> known = copy(incidents);
    List<IncidentUpdate> told = Waiting.take(updates, IncidentUpdate::updatedAt, end);
    told.sort(IncidentUpdate.IN_ORDER);
    told.forEach(update -> out.collect(AnswerDesk.stamp(known, all, update)));
    due.stream()
        .filter(answer -> answer.verdict() != null)
        .sorted(BY_VERDICT)
        .forEach(answer -> judge(known, answer, context));
    if (context.timerService().currentWatermark() != Long.MAX_VALUE) {
      AnswerDesk.news(known, all, end).forEach(out::collect);
      watch(AnswerDesk.nextCheck(known, all, end), context);
    } // Else the input has ended: what comes later is not known to be open.
    keep(mutes, held);
    keep(incidents, known);
  }

  private void watch(long next, OnTimerContext context) {
    if (next != Long.MAX_VALUE) {
      long bucket = Buckets.start(next - 1, rule.width());
      context.timerService().registerEventTimeTimer(Buckets.lastMoment(bucket, rule.width()));
    }
  }

  private void mute(SortedMap<String, Mute> held, SentAnswer answer, OnTimerContext context) {
    Mute mute = mute(answer);
    Mute before = held.put(mute.id(), mute);
    boolean again = mute.equals(before);
    say(Input.MUTES, mute.subject(), again ? Outcome.DUPLICATES : Outcome.MUTES, context);
  }

  private void judge(SortedMap<String, Answered> known, SentAnswer answer, OnTimerContext context) {
    Verdict verdict = verdict(answer);
    Taken taken = AnswerDesk.take(known, verdict);
    Outcome outcome =
        switch (taken) {
          case KEPT -> Outcome.VERDICTS;
          case REPEATED -> Outcome.DUPLICATES;
          case UNKNOWN -> Outcome.DEAD_LETTERS;
        };
    say(Input.VERDICTS, verdict.judgement().label(), outcome, context);
    if (taken == Taken.UNKNOWN) {
      context.output(ParsePosts.DEAD_LETTERS, Objects.requireNonNull(answer.unknown()));
    }
  }

  private static void say(Input input, String source, Outcome outcome, OnTimerContext context) {
    context.output(Ledger.OUTCOMES, Tally.one(context.timestamp(), input, source, outcome));
  }

  private static Verdict verdict(SentAnswer answer) {
    return Objects.requireNonNull(answer.verdict());
  }

  private static Mute mute(SentAnswer answer) {
    return Objects.requireNonNull(answer.mute());
  }

  private static <T> SortedMap<String, T> copy(MapState<String, T> state) throws Exception {
    SortedMap<String, T> copy = new TreeMap<>();
    for (Map.Entry<String, T> entry : state.entries()) {
      copy.put(entry.getKey(), entry.getValue());
    }
    return copy;
  }

  private static <T> void keep(MapState<String, T> state, SortedMap<String, T> content)
      throws Exception {
    state.clear();
    state.putAll(content);
  }
}
