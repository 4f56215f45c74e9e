package io.groundswell.jobs.surge.agreement;

import io.groundswell.domain.agreement.Agreement;
import io.groundswell.domain.agreement.Background;
import io.groundswell.domain.agreement.Heard;
import io.groundswell.domain.agreement.Hearing;
import io.groundswell.domain.agreement.KeptTerms;
import io.groundswell.domain.agreement.Said;
import io.groundswell.domain.agreement.TermVolume;
import io.groundswell.domain.agreement.Terms;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.report.Gathering;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.report.Reports;
import io.groundswell.domain.voice.Crowd;
import io.groundswell.domain.voice.Quote;
import io.groundswell.domain.voice.Speech;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.volume.DropDuplicates;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Hears a product's complaints together, at the close of the bucket in which they count and in one
 * order. Texts end here but for a sample: what goes on is whose words a complaint has, what they
 * say beside those of others, and the terms that many use all at once.
 */
public final class HearVoices extends KeyedProcessFunction<String, Mention, Mention> {
  /** Buckets of terms that are subjects. */
  public static final OutputTag<Volume> TERMS =
      new OutputTag<>("terms", TypeInformation.of(Volume.class));

  /** What is reported, bucket by bucket. */
  public static final OutputTag<Remark> REPORTS =
      new OutputTag<>("reports", TypeInformation.of(Remark.class));

  private static final long serialVersionUID = 1;

  /** Of so many complaints in a bucket it is worth asking how usual they are. */
  private static final int MANY = 8;

  /** Whoever posts more within an hour repeats himself. */
  private static final int MOST_OF_ONE = 3;

  private final ArrivalRule rule;
  private transient Agreement agreement;
  private transient Terms terms;
  private transient ListState<Mention> waiting;
  private transient ValueState<Crowd> crowds;
  private transient ValueState<Hearing> hearings;
  private transient ValueState<Background> backgrounds;
  private transient ValueState<KeptTerms> kept;

  /** Hears complaints by the buckets in which they count. */
  public HearVoices(ArrivalRule rule) {
    this.rule = rule;
  }

  /** Adds the operator to a job. */
  public static SingleOutputStreamOperator<Mention> add(
      DataStream<Mention> complaints, ArrivalRule rule) {
    return complaints
        .keyBy(Mention::listener)
        .process(new HearVoices(rule), TypeInformation.of(Mention.class))
        .uid(Uids.HEAR_VOICES)
        .name("Hear voices");
  }

  @Override
  public void open(OpenContext context) {
    agreement = new Agreement();
    terms = new Terms();
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>(
                    Uids.UNHEARD_MENTIONS, TypeInformation.of(Mention.class)));
    crowds =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>(Uids.CROWD, TypeInformation.of(Crowd.class)));
    hearings =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>(Uids.HEARING, TypeInformation.of(Hearing.class)));
    backgrounds =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(Uids.BACKGROUND, TypeInformation.of(Background.class)));
    kept =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(Uids.KEPT_TERMS, TypeInformation.of(KeptTerms.class)));
  }

  @Override
  public void processElement(Mention mention, Context context, Collector<Mention> out)
      throws Exception {
    if (mention.contact()) {
      out.collect(mention);
      return;
    }
    waiting.add(mention);
    context
        .timerService()
        .registerEventTimeTimer(Buckets.lastMoment(rule.of(mention).start(), rule.width()));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Mention> out) throws Exception {
    long start = time + 1 - rule.width();
    List<Mention> due = due(start);
    Hearing hearing = hearings.value() == null ? new Hearing() : hearings.value();
    Crowd crowd = crowds.value() == null ? new Crowd() : crowds.value();
    Usual usual = new Usual(backgrounds);
    hearing.turnTo(start);
    usual.learn(hearing, start);
    agreement.begin();
    List<Said> said = new ArrayList<>();
    boolean asked = due.size() >= MANY || Agreement.isLively(hearing, start);
    Gathering gathering = new Gathering(context.getCurrentKey(), start, asked ? usual.get() : null);
    for (Mention mention : due) {
      if (rule.of(mention).evidence()) {
        Said one = said(mention, crowd, start);
        said.add(one);
        gathering.add(mention, one);
        Heard heard = new Heard(start, one.voice(), one.hashes(), language(mention));
        int says = one.echo() ? 0 : agreement.hear(hearing, usual, heard);
        tell(mention.heard(one.voice(), says), crowd, out);
      } else {
        out.collect(mention.heard(mention.author(), 0));
      }
    }
    report(gathering, hearing.since(start - Buckets.HOUR), context);
    hearings.update(hearing);
    crowds.update(crowd);
    closeTerms(hearing, usual, start, said, context);
    usual.keep();
  }

  private static void report(Gathering gathering, int ofHour, OnTimerContext context) {
    Reports reports = gathering.close(ofHour);
    if (!reports.tallies().isEmpty()) {
      context.output(REPORTS, Remark.of(reports));
    }
  }

  private static void tell(Mention heard, Crowd crowd, Collector<Mention> out) {
    out.collect(heard);
    if (heard.voice() != heard.author() || crowd.postsOf(heard.author()) > MOST_OF_ONE) {
      out.collect(heard.echoing());
    }
  }

  private static int language(Mention mention) {
    Speech speech = mention.speech();
    Quote quote = speech == null ? null : speech.quote();
    return Heard.language(quote == null ? "" : quote.lang());
  }

  /** State of version 0.1 holds complaints of which nobody knows what they say. */
  private static Said said(Mention mention, Crowd crowd, long start) {
    long author = mention.author();
    Speech speech = mention.speech();
    return speech == null
        ? Said.of(author, author, "")
        : Said.of(author, crowd.hear(start, author, speech.gist()), speech.words());
  }

  private List<Mention> due(long start) throws Exception {
    List<Mention> due = new ArrayList<>();
    List<Mention> later = new ArrayList<>();
    for (Mention mention : waiting.get()) {
      (rule.of(mention).start() <= start ? due : later).add(mention);
    }
    waiting.update(later);
    due.sort(DropDuplicates.ORDER);
    return due;
  }

  private void closeTerms(
      Hearing hearing, Usual usual, long start, List<Said> said, OnTimerContext context)
      throws Exception {
    KeptTerms known = kept.value() == null ? new KeptTerms() : kept.value();
    boolean none = known.terms.isEmpty();
    for (TermVolume volume : terms.close(known, hearing, usual, start, said)) {
      context.output(TERMS, volume(context.getCurrentKey(), start, volume));
    }
    if (!none || !known.terms.isEmpty()) {
      kept.update(known);
    }
  }

  private static Volume volume(String product, long start, TermVolume term) {
    return new Volume(
        new Subject(product, null, null, term.term()).key(),
        start,
        term.observed(),
        term.posts(),
        Backlog.NONE,
        0,
        List.of(),
        term.observed() - term.voices(),
        0,
        term.past(),
        term.people(),
        List.of());
  }
}
