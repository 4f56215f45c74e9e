package io.groundswell.jobs.surge.replay;

import io.groundswell.domain.catalogue.Recognition;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.voice.GistReader;
import io.groundswell.domain.voice.Speech;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.feed.FeedCount;
import io.groundswell.jobs.surge.triage.JudgePosts;
import io.groundswell.jobs.surge.triage.Judgement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Kept posts to mentions, and the rest to what it was, by rules that may be others than those by
 * which they were kept. What the same catalogue or the same model has found is taken as it was;
 * what another one finds is looked for in the masked text. Nobody can find what was not kept: posts
 * that were chatter.
 */
public final class JudgeAgain extends ProcessFunction<KeptMention, Mention> {
  /** Accumulator of kept mentions that were read. */
  public static final String READ = "kept_read";

  private static final long serialVersionUID = 1;

  private final Judgement judgement;
  private final String catalogueVersion;
  private final String modelVersion;
  private final Set<String> products;
  private transient GistReader reader;

  private JudgeAgain(Rules rules) {
    this.judgement = new Judgement(rules.catalogue(), rules.policy(), rules.model());
    this.catalogueVersion = rules.catalogue().version();
    this.modelVersion = rules.model().version();
    this.products =
        rules.catalogue().products().stream()
            .map(product -> product.id())
            .collect(Collectors.toSet());
  }

  /** Adds the operator to a job: complaints, and chatter on {@link JudgePosts#CHATTER}. */
  public static SingleOutputStreamOperator<Mention> add(DataStream<KeptMention> kept, Rules rules) {
    return kept.process(new JudgeAgain(rules), TypeInformation.of(Mention.class))
        .uid(Uids.JUDGE_AGAIN)
        .name("Judge again");
  }

  @Override
  public void open(OpenContext context) {
    reader = new GistReader();
  }

  @Override
  public void processElement(KeptMention again, Context context, Collector<Mention> out) {
    if (again.isEnd()) {
      return;
    }
    getRuntimeContext().getLongCounter(READ).add(1L);
    KeptInput input = again.input();
    if (input != null) {
      hand(input, context);
      return;
    }
    Mention mention = Objects.requireNonNull(again.mention());
    KeptPost kept = mention.kept();
    if (kept != null) {
      complaint(again, mention, kept, out);
    } else if (products.containsAll(products(mention))) {
      context.output(JudgePosts.CHATTER, mention);
    }
  }

  private static void hand(KeptInput input, Context context) {
    switch (input.input()) {
      case KeptInput.FEEDS ->
          context.output(
              Replay.FEEDS, new FeedCount(input.name(), input.createdAt(), input.count()));
      case KeptInput.SIGNALS -> context.output(JudgePosts.SIGNALS, Remark.of(input.signal()));
      default -> context.output(Replay.RECORDS, input.toRecord());
    }
  }

  private static List<String> products(Mention chatter) {
    return chatter.subjects().stream().map(Channel::subject).toList();
  }

  private void complaint(
      KeptMention again, Mention mention, KeptPost kept, Collector<Mention> out) {
    Post post =
        Post.of(mention.source(), kept.postId(), mention.createdAt())
            .text(kept.text())
            .lang(kept.lang().isEmpty() ? null : kept.lang())
            .tags(kept.tags())
            .relations(null, kept.inReplyTo())
            .url(kept.url())
            .build();
    boolean knownSubjects = again.catalogueVersion().equals(catalogueVersion);
    boolean knownProbability = again.modelVersion().equals(modelVersion);
    if (knownSubjects && knownProbability) {
      boolean complaint = judgement.isComplaint(post, kept.probability(), kept.directed());
      tell(complaint, mention, mention.subjects(), post, kept, out);
      return;
    }
    Recognition found = judgement.recognise(post);
    double probability = knownProbability ? kept.probability() : judgement.probability(post);
    boolean directed = knownSubjects ? kept.directed() : found.directed();
    List<String> subjects =
        knownSubjects ? mention.subjects() : found.with(kept.regions()).subjectKeys();
    tell(judgement.isComplaint(post, probability, directed), mention, subjects, post, kept, out);
  }

  private void tell(
      boolean complaint,
      Mention mention,
      List<String> subjects,
      Post post,
      KeptPost kept,
      Collector<Mention> out) {
    if (complaint) {
      Speech speech = Speech.again(reader, post, kept.text(), kept.link());
      out.collect(mention.about(subjects, speech));
    }
  }
}
