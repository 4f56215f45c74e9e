package io.groundswell.jobs.surge.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Opinion;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** {@link ScoreBuckets} at work on the counts of a story, minute by minute. */
final class Scoring {
  static final long START = Instant.parse("2019-05-04T00:00:00Z").toEpochMilli();
  static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final StateBackend backend;
  private final Policy policy;
  private final List<ScoredBucket> events = new ArrayList<>();
  private final List<ScoredBucket> unusual = new ArrayList<>();
  private final List<ScoredBucket> volumes = new ArrayList<>();
  private KeyedBroadcastOperatorTestHarness<String, Volume, Notice, ScoredBucket> scoreBuckets;

  private Scoring(StateBackend backend, Policy policy) {
    this.backend = backend;
    this.policy = policy;
  }

  static Scoring onHeap() throws Exception {
    return on(new HashMapStateBackend());
  }

  static Scoring on(StateBackend backend) throws Exception {
    return on(backend, Policy.defaults());
  }

  static Scoring on(StateBackend backend, Policy policy) throws Exception {
    Scoring scoring = new Scoring(backend, policy);
    scoring.create();
    scoring.scoreBuckets.open();
    return scoring;
  }

  private void create() throws Exception {
    ScoreBuckets rule =
        new ScoreBuckets(
            Rules.of(Catalogue.none(), policy),
            rules ->
                new ScoringRules(
                    rules.policy(),
                    WatchRules.of(rules.policy()),
                    ScoringStart.ofKeys(10, Long.MAX_VALUE)));
    scoreBuckets =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(rule, Notices.descriptors()),
            Volume::subject,
            Types.STRING,
            1,
            1,
            0);
    scoreBuckets.setStateBackend(backend);
    scoreBuckets.setup(
        TypeInformation.of(ScoredBucket.class)
            .createSerializer(scoreBuckets.getExecutionConfig().getSerializerConfig()));
  }

  /** So many authors complain in the minute; it stays open. */
  Scoring count(String subject, int minute, int observed) throws Exception {
    long start = START + minute * MINUTE;
    scoreBuckets.processElement(
        new Volume(subject, start, observed, observed), Buckets.lastMoment(start, MINUTE));
    return this;
  }

  /** So many complaints in the minute come too late to be evidence. */
  Scoring late(String subject, int minute, int late) throws Exception {
    long start = START + minute * MINUTE;
    scoreBuckets.processElement(
        new Volume(subject, start, 0, 0, Backlog.NONE, late), Buckets.lastMoment(start, MINUTE));
    return this;
  }

  Scoring share(int day, int watched) throws Exception {
    scoreBuckets.processBroadcastElement(Notice.of(new Share(day, watched, 1, START)), 0);
    return this;
  }

  /** Somebody calls an incident of a subject false; that counts from the minute on. */
  Scoring calledFalse(String subject, int minute) throws Exception {
    long at = START + minute * MINUTE;
    Verdict verdict = new Verdict(subject + ":1", Judgement.FALSE, "ann", at, null, null);
    scoreBuckets.processBroadcastElement(Notice.of(Opinion.of(verdict, at)), 0);
    return this;
  }

  /** Somebody rules what holds from the minute on. */
  Scoring rule(RuleKind kind, int number, int minute, String content) throws Exception {
    long from = START + minute * MINUTE;
    Ruling ruling = new Ruling(kind, number, from, content, "ann", "so");
    scoreBuckets.processBroadcastElement(Notice.of(ruling), 0);
    return this;
  }

  /** Closes every minute before this one. */
  Scoring closeUntil(int minute) throws Exception {
    scoreBuckets.watermark(START + minute * MINUTE - 1);
    return this;
  }

  Scoring end() throws Exception {
    scoreBuckets.watermark(Long.MAX_VALUE);
    return this;
  }

  /** Takes a snapshot, breaks off, and goes on from it. */
  Scoring restart() throws Exception {
    OperatorSubtaskState snapshot = scoreBuckets.snapshot(1, 1);
    close();
    create();
    scoreBuckets.initializeState(snapshot);
    scoreBuckets.open();
    return this;
  }

  void close() throws Exception {
    collect();
    scoreBuckets.close();
  }

  /** What patterns have to see, so far: subject by subject, each in the order in which it came. */
  List<ScoredBucket> events() {
    collect();
    return bySubject(events);
  }

  /** What incidents are raised and measured by, so far; in the same order. */
  List<ScoredBucket> unusual() {
    collect();
    return bySubject(unusual);
  }

  /** Every bucket with complaints, so far; subject by subject as well. */
  List<ScoredBucket> volumes() {
    collect();
    return bySubject(volumes);
  }

  private static List<ScoredBucket> bySubject(List<ScoredBucket> buckets) {
    return buckets.stream().sorted(Comparator.comparing(ScoredBucket::subject)).toList();
  }

  int timers() {
    return scoreBuckets.numEventTimeTimers();
  }

  private void collect() {
    for (StreamRecord<? extends ScoredBucket> record : scoreBuckets.extractOutputStreamRecords()) {
      assertThat(record.getTimestamp()).isEqualTo(record.getValue().end() - 1);
      unusual.add(record.getValue());
    }
    scoreBuckets.getOutput().clear();
    Queue<StreamRecord<Signal>> signals = scoreBuckets.getSideOutput(ScoreBuckets.SIGNALS);
    if (signals != null) {
      signals.stream()
          .map(StreamRecord::getValue)
          .filter(signal -> signal.over() == Over.SUBJECT)
          .forEach(signal -> events.add(signal.bucket()));
      signals.clear();
    }
    Queue<StreamRecord<ScoredBucket>> side = scoreBuckets.getSideOutput(ScoreBuckets.VOLUMES);
    if (side != null) {
      side.forEach(volume -> volumes.add(volume.getValue()));
      side.clear();
    }
  }
}
