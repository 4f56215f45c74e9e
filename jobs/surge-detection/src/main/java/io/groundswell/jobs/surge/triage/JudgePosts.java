package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Recogniser;
import io.groundswell.domain.catalogue.Recognition;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.domain.proposal.Spoken;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.report.WorksAgain;
import io.groundswell.domain.triage.Voice;
import io.groundswell.domain.voice.GistReader;
import io.groundswell.domain.voice.Speech;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ReadPost;
import io.groundswell.jobs.surge.ruling.ByRules;
import io.groundswell.jobs.surge.ruling.HeardRulings;
import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/**
 * Posts to complaints, and complaints to the subjects that they belong to, by the rules that hold
 * as a post is read. Of a text only its words go on.
 */
public final class JudgePosts extends ProcessFunction<ReadPost, Mention>
    implements CheckpointedFunction {
  /**
   * What persons say of products without complaining: of one post in {@value
   * Channel#CHATTER_SAMPLE}, since to recognise them all would cost more than it tells.
   */
  public static final OutputTag<Mention> CHATTER =
      new OutputTag<>("chatter", TypeInformation.of(Mention.class));

  /** What is no complaint and yet tells something of an incident. */
  public static final OutputTag<Remark> SIGNALS =
      new OutputTag<>("signals", TypeInformation.of(Remark.class));

  private static final long serialVersionUID = 1;

  private final Rules first;
  private final Pseudonyms pseudonyms;
  private final boolean keepPosts;
  private transient HeardRulings rulings;
  private transient ByRules<Catalogue, Recogniser> recognisers;
  private transient ByRules<Rules, Judgement> judgements;
  private transient ByRules<Rules, Keeping> keepings;
  private transient Rules rules;
  private transient Judgement judgement;
  private transient GistReader reader;

  /**
   * Judges by given rules until others are ruled; of authors only what stands for them goes on.
   *
   * @param keepPosts whether somebody keeps the posts that count
   */
  public JudgePosts(Rules first, boolean keepPosts) {
    this.first = first;
    this.pseudonyms = first.pseudonyms();
    this.keepPosts = keepPosts;
  }

  /**
   * Adds the operator to a job.
   *
   * @param keepPosts whether somebody keeps the posts that count
   */
  public static SingleOutputStreamOperator<Mention> add(
      DataStream<ReadPost> posts, Rules rules, boolean keepPosts) {
    return posts
        .process(new JudgePosts(rules, keepPosts), TypeInformation.of(Mention.class))
        .uid(Uids.JUDGE_POSTS)
        .name("Judge posts");
  }

  @Override
  public void open(OpenContext context) {
    reader = new GistReader();
    recognisers = new ByRules<>(Rules::catalogue, Recogniser::new);
    judgements = ByRules.whole(by -> Judgement.of(by, recognisers.of(by)));
    keepings = ByRules.whole(Keeping::new);
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
  public void processElement(ReadPost read, Context context, Collector<Mention> out) {
    if (read.ruling() != null) {
      rulings.hear(read.ruling(), context.timerService().currentWatermark());
      return;
    }
    rules = rulings.at(read.readAt());
    judgement = judgements.of(rules);
    Post post = read.post();
    if (post.deleted()) {
      say(read, Outcome.DELETIONS, context);
      long identity = Hash64.of(post.source(), post.id());
      signal(read, Signal.Kind.WITHDRAWN, identity, 0, List.of(), context);
      takeBack(read, out);
    } else if (post.withheld()) {
      say(read, Outcome.WITHHELD, context);
      takeBack(read, out);
    } else if (post.repostOf() != null) {
      say(read, Outcome.REPOSTS, context);
    } else if (post.notice()) {
      say(read, Outcome.CHATTER, context);
    } else {
      judge(read, context, out);
    }
  }

  /** What was kept of the post may be kept no longer. */
  private void takeBack(ReadPost read, Collector<Mention> out) {
    Post post = read.post();
    if (keepPosts && !post.id().isEmpty()) {
      long identity = Hash64.of(post.source(), post.id());
      List<String> nothing = List.of(Subject.UNMATCHED);
      out.collect(
          mention(read, identity, nothing, List.of(), null, KeptPost.withdrawalOf(post.id())));
    }
  }

  private void judge(ReadPost read, Context context, Collector<Mention> out) {
    Post post = read.post();
    if (post.inReplyTo() != null && judgement.isCompany(post)) {
      long answered = Hash64.of(post.source(), post.inReplyTo());
      signal(read, Signal.Kind.ANSWERED, answered, 0, List.of(), context);
    }
    long identity = Hash64.of(post.source(), post.id());
    boolean sampled = Math.floorMod(identity, Channel.CHATTER_SAMPLE) == 0;
    Verdict verdict = sampled ? judgement.judge(post) : judgement.judgeToCount(post);
    if (verdict.complaint()) {
      out.collect(complaint(read, identity, verdict));
      return;
    }
    say(read, Outcome.CHATTER, context);
    Recognition recognition = verdict.recognition();
    if (sampled && verdict.voice() == Voice.PERSON && !recognition.products().isEmpty()) {
      List<String> keys = recognition.products().stream().map(Channel.CHATTER::key).toList();
      Mention chatter = mention(read, identity, keys, List.of(), null, null);
      context.output(CHATTER, chatter);
      if (WorksAgain.says(post.text())) {
        List<String> subjects = recognition.subjectKeys();
        signal(read, Signal.Kind.WORKS_AGAIN, identity, chatter.author(), subjects, context);
      }
    }
  }

  private Mention complaint(ReadPost read, long identity, Verdict verdict) {
    Post post = read.post();
    Recognition recognition = verdict.recognition();
    List<String> unknown =
        recognition.products().isEmpty()
            ? new ArrayList<>(Spoken.in(post.text()).keySet())
            : List.of();
    Keeping keeping = keepings.of(rules);
    String masked = keeping.masked(post.text());
    Speech speech = Speech.of(reader, post, masked);
    KeptPost kept = keepPosts ? keeping.of(post, verdict, masked, speech.gist().link()) : null;
    return mention(read, identity, recognition.subjectKeys(), unknown, speech, kept);
  }

  private static void signal(
      ReadPost read,
      Signal.Kind kind,
      long identity,
      long voice,
      List<String> subjects,
      Context context) {
    Signal signal =
        new Signal(kind, read.post().createdAt(), read.closed(), identity, voice, subjects);
    context.output(SIGNALS, Remark.of(signal));
  }

  private static void say(ReadPost read, Outcome outcome, Context context) {
    String source = read.post().source();
    context.output(Ledger.OUTCOMES, Tally.one(read.readAt(), Input.POSTS, source, outcome));
  }

  private Mention mention(
      ReadPost read,
      long identity,
      List<String> subjects,
      List<String> unknown,
      @Nullable Speech speech,
      @Nullable KeptPost kept) {
    Post post = read.post();
    String author = post.author().id();
    return new Mention(
        post.createdAt(),
        read.closed(),
        identity,
        read.record(),
        author == null ? identity : pseudonyms.of(post.source(), author),
        post.source(),
        subjects,
        unknown,
        speech,
        0,
        0,
        kept);
  }
}
