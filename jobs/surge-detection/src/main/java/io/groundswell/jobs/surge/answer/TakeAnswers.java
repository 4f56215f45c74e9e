package io.groundswell.jobs.surge.answer;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Opinion;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.catalogue.SubjectNames;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.JsonAnswers;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ParsePosts;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.HeardRulings;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Bytes to verdicts and mutes; what is neither becomes a dead letter. */
public final class TakeAnswers extends ProcessFunction<RawRecord, SentAnswer>
    implements CheckpointedFunction {
  /** What people have judged, said at once: it holds for buckets that nobody has scored yet. */
  public static final OutputTag<Notice> OPINIONS =
      new OutputTag<>("opinions", TypeInformation.of(Notice.class));

  private static final long serialVersionUID = 1;

  private final Reading reading;
  private final ArrivalRule rule;
  private final Rules first;
  private transient HeardRulings rulings;
  private transient ByRules<Catalogue, SubjectNames> subjects;

  /**
   * Reads records as given; each counts in the bucket that the rule says.
   *
   * @param first what holds until others are ruled
   */
  public TakeAnswers(Reading reading, ArrivalRule rule, Rules first) {
    this.reading = reading;
    this.rule = rule;
    this.first = first;
  }

  /** Adds the operator to a job. */
  public static SingleOutputStreamOperator<SentAnswer> add(
      DataStream<RawRecord> records, Reading reading, ArrivalRule rule, Rules first) {
    return records
        .process(new TakeAnswers(reading, rule, first), TypeInformation.of(SentAnswer.class))
        .uid(Uids.TAKE_ANSWERS)
        .name("Take answers");
  }

  @Override
  public void open(OpenContext context) {
    subjects = new ByRules<>(Rules::catalogue, SubjectNames::new);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    rulings = new HeardRulings(first, context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    rulings.snapshot();
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<SentAnswer> out) {
    if (record.isCopy()) {
      rulings.hear(record, context.timerService().currentWatermark());
      return;
    }
    SentAnswer answer;
    try {
      answer = read(record);
    } catch (UnreadableRecord why) {
      context.output(Ledger.OUTCOMES, Tally.deadLetter(record));
      context.output(ParsePosts.DEAD_LETTERS, record.refused(why));
      return;
    }
    Verdict verdict = answer.verdict();
    if (verdict != null && verdict.judgement() != Judgement.ACKNOWLEDGED) {
      context.output(OPINIONS, Notice.of(Opinion.of(verdict, answer.end(rule))));
    }
    context.output(KeptInput.TAKEN, kept(answer, record));
    out.collect(answer);
  }

  private static KeptInput kept(SentAnswer answer, RawRecord record) {
    Verdict verdict = answer.verdict();
    if (verdict != null) {
      String json = JsonAnswers.write(verdict);
      return KeptInput.of(record, verdict.at(), verdict.incidentId(), json);
    }
    Mute mute = Objects.requireNonNull(answer.mute());
    return KeptInput.of(record, mute.at(), mute.subject(), JsonAnswers.write(mute));
  }

  private SentAnswer read(RawRecord record) throws UnreadableRecord {
    if (record.input() == Input.VERDICTS) {
      Verdict verdict = reading.readVerdict(record);
      String why =
          "there is no incident '%s', or it was over 30 days before"
              .formatted(verdict.incidentId());
      DeadLetter unknown = record.refused(new UnreadableRecord("unknown-incident", why));
      return new SentAnswer(verdict, null, record.closed(), unknown);
    }
    Mute mute = reading.readMute(record);
    SubjectNames names = subjects.of(rulings.at(record.readAt()));
    Problem problem = names.problem("subject", mute.subject());
    if (problem != null) {
      throw new UnreadableRecord("unknown-subject", problem.message() + "; " + problem.remedy());
    }
    return new SentAnswer(null, mute, record.closed(), null);
  }
}
