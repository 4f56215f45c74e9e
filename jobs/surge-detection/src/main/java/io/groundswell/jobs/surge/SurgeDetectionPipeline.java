package io.groundswell.jobs.surge;

import static io.groundswell.jobs.surge.answer.TakeAnswers.OPINIONS;
import static io.groundswell.jobs.surge.post.ParsePosts.DEAD_LETTERS;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.report.Remark;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Partial;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.agreement.HearVoices;
import io.groundswell.jobs.surge.answer.AnswerIncidents;
import io.groundswell.jobs.surge.answer.GivenAnswer;
import io.groundswell.jobs.surge.answer.SentAnswer;
import io.groundswell.jobs.surge.answer.TakeAnswers;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.Sighting;
import io.groundswell.jobs.surge.change.KeepChanges;
import io.groundswell.jobs.surge.change.SentChange;
import io.groundswell.jobs.surge.change.TakeChanges;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.contact.QuietEnds;
import io.groundswell.jobs.surge.contact.TakeContacts;
import io.groundswell.jobs.surge.feed.WatchFeeds;
import io.groundswell.jobs.surge.incident.DescribeIncidents;
import io.groundswell.jobs.surge.incident.FoundMatch;
import io.groundswell.jobs.surge.incident.HeardRemark;
import io.groundswell.jobs.surge.incident.RaiseIncidents;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ParsePosts;
import io.groundswell.jobs.surge.post.ReadPost;
import io.groundswell.jobs.surge.replay.JudgeAgain;
import io.groundswell.jobs.surge.replay.KeepInputs;
import io.groundswell.jobs.surge.replay.Replay;
import io.groundswell.jobs.surge.ruling.TakeRulings;
import io.groundswell.jobs.surge.ruling.ToSubtask;
import io.groundswell.jobs.surge.triage.JudgePosts;
import io.groundswell.jobs.surge.triage.Judged;
import io.groundswell.jobs.surge.triage.KeepChatter;
import io.groundswell.jobs.surge.volume.CountMentions;
import io.groundswell.jobs.surge.volume.DropDuplicates;
import io.groundswell.jobs.surge.volume.PreAggregate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * The main job, in the order in which a post travels: bytes, post, complaint?, mentions of
 * subjects, not seen before, counted in a bucket, scored, pattern, incident, told. Support contacts
 * join it as mentions of the queue; change events travel beside it, and what people answer comes
 * back.
 */
public final class SurgeDetectionPipeline {
  private final Rules rules;
  private final Policy policy;
  private final Reading reading;
  private final boolean withChanges;
  private final boolean simulatedContacts;
  private final boolean keepPosts;

  /**
   * The job that decides by these rules.
   *
   * @param withChanges change events are read as well, so that a part of the budget is saved for
   *     the hours after them
   * @param simulatedContacts whether the support queue is generated, which is said of every lead
   * @param keepPosts whether somebody keeps the posts that count
   */
  public SurgeDetectionPipeline(
      Rules rules,
      Reading reading,
      boolean withChanges,
      boolean simulatedContacts,
      boolean keepPosts) {
    this.withChanges = withChanges;
    this.keepPosts = keepPosts;
    this.rules = rules;
    this.policy = rules.policy();
    this.reading = reading;
    this.simulatedContacts = simulatedContacts;
  }

  /** Adds the job's operators behind a source of records. */
  public Results add(DataStream<RawRecord> records) {
    return add(records, null);
  }

  /**
   * The same where posts have been judged before.
   *
   * @param kept as {@link JudgeAgain} gives them; null for none
   */
  public Results add(
      DataStream<RawRecord> records, @Nullable SingleOutputStreamOperator<Mention> kept) {
    SingleOutputStreamOperator<ReadPost> posts = parse(Replay.records(records, kept));
    SingleOutputStreamOperator<Ruling> rulings =
        TakeRulings.add(posts.getSideOutput(ParsePosts.RULINGS), rules);
    SingleOutputStreamOperator<IncidentUpdate> blind =
        WatchFeeds.add(posts.getSideOutput(ParsePosts.SIGNS), Replay.feeds(kept), rulings, rules);
    Beside beside = beside(posts, rulings);
    Judged judged = new Judged(JudgePosts.add(posts, rules, keepPosts), kept);
    SingleOutputStreamOperator<Mention> complaints =
        DropDuplicates.add(judged.complaints().union(beside.contacts), arrivals());
    SingleOutputStreamOperator<Mention> voices = HearVoices.add(complaints, arrivals());
    SingleOutputStreamOperator<Volume> volumes = count(voices.union(judged.chatter()));
    Scoring scoring = score(volumes, voices.getSideOutput(HearVoices.TERMS), blind, beside);
    SingleOutputStreamOperator<IncidentUpdate> incidents =
        raiseIncidents(scoring, blind.getSideOutput(WatchFeeds.HOLDS), rulings);
    SingleOutputStreamOperator<IncidentUpdate> answered =
        AnswerIncidents.add(
            incidents.union(blind), GivenAnswer.of(beside.answers, rulings), rules, arrivals());
    return new Results(
        describe(answered, HeardRemark.of(remarks(voices, judged, beside.changes), rulings)),
        scoring.volumes(),
        scoring.contacts().union(QuietEnds.add(scoring.matches())),
        incidents.getSideOutput(RaiseIncidents.LEADS),
        deadLetters(posts, beside, answered),
        complaints.getSideOutput(DropDuplicates.LATE),
        keepLedger(judged.now(), beside.and(posts, answered, complaints)),
        posts(complaints, judged),
        keepPosts ? KeepInputs.add(blind, judged.signals(), beside.and()) : null,
        complaints.getSideOutput(DropDuplicates.UNKNOWN));
  }

  private DataStream<CountedPost> posts(
      SingleOutputStreamOperator<Mention> complaints, Judged judged) {
    DataStream<CountedPost> posts = complaints.getSideOutput(DropDuplicates.POSTS);
    return keepPosts ? posts.union(KeepChatter.add(judged.chatter(), arrivals())) : posts;
  }

  /** What travels beside posts: the support queue, what was changed, what people answer. */
  private record Beside(
      SingleOutputStreamOperator<Mention> contacts,
      SingleOutputStreamOperator<SentChange> sent,
      SingleOutputStreamOperator<Change> changes,
      SingleOutputStreamOperator<SentAnswer> answers,
      SingleOutputStreamOperator<Ruling> rulings) {

    /** All of them, and others. */
    List<SingleOutputStreamOperator<?>> and(SingleOutputStreamOperator<?>... others) {
      return Stream.concat(Stream.of(contacts, sent, changes, answers, rulings), Stream.of(others))
          .toList();
    }
  }

  private Beside beside(
      SingleOutputStreamOperator<ReadPost> posts, SingleOutputStreamOperator<Ruling> rulings) {
    SingleOutputStreamOperator<SentChange> sent =
        TakeChanges.add(posts.getSideOutput(ParsePosts.CHANGES), reading);
    return new Beside(
        takeContacts(posts.getSideOutput(ParsePosts.CONTACTS)),
        sent,
        KeepChanges.add(sent, rulings, arrivals(), rules),
        TakeAnswers.add(posts.getSideOutput(ParsePosts.ANSWERS), reading, arrivals(), rules),
        rulings);
  }

  private static DataStream<DeadLetter> deadLetters(
      SingleOutputStreamOperator<ReadPost> posts,
      Beside beside,
      SingleOutputStreamOperator<IncidentUpdate> answered) {
    DataStream<DeadLetter> all = posts.getSideOutput(DEAD_LETTERS);
    for (SingleOutputStreamOperator<?> other : beside.and(answered)) {
      all = all.union(other.getSideOutput(DEAD_LETTERS));
    }
    return all;
  }

  private Scoring score(
      SingleOutputStreamOperator<Volume> volumes,
      DataStream<Volume> terms,
      SingleOutputStreamOperator<IncidentUpdate> blind,
      Beside beside) {
    DataStream<Notice> said =
        blind.getSideOutput(WatchFeeds.SPANS).union(beside.answers.getSideOutput(OPINIONS));
    DataStream<Sighting> sightings = volumes.getSideOutput(CountMentions.SIGHTINGS);
    return new CatalogueScoring(rules, withChanges)
        .add(volumes, sightings, terms, said, beside.changes, beside.rulings);
  }

  private SingleOutputStreamOperator<ReadPost> parse(DataStream<RawRecord> records) {
    return records
        .partitionCustom(new ToSubtask(), RawRecord::subtask)
        .process(new ParsePosts(reading, arrivals()), TypeInformation.of(ReadPost.class))
        .uid(Uids.PARSE_POSTS)
        .name("Parse posts");
  }

  private static DataStream<Remark> remarks(
      SingleOutputStreamOperator<Mention> voices, Judged judged, DataStream<Change> changes) {
    DataStream<Remark> ofChanges =
        changes
            .map(Remark::of)
            .returns(TypeInformation.of(Remark.class))
            .uid(Uids.TELL_CHANGES)
            .name("Tell of changes");
    return voices.getSideOutput(HearVoices.REPORTS).union(judged.signals(), ofChanges);
  }

  private SingleOutputStreamOperator<Mention> takeContacts(DataStream<RawRecord> records) {
    return records
        .process(new TakeContacts(reading, rules), TypeInformation.of(Mention.class))
        .uid(Uids.TAKE_CONTACTS)
        .name("Take support contacts");
  }

  private static DataStream<Tally> keepLedger(
      SingleOutputStreamOperator<Mention> judged, List<SingleOutputStreamOperator<?>> others) {
    return Ledger.add(
        judged.getSideOutput(Ledger.OUTCOMES),
        others.stream()
            .<DataStream<Tally>>map(operator -> operator.getSideOutput(Ledger.OUTCOMES))
            .toList());
  }

  private ArrivalRule arrivals() {
    return new ArrivalRule(policy.bucket().toMillis(), policy.lateEvidence().toMillis());
  }

  private SingleOutputStreamOperator<Volume> count(DataStream<Mention> complaints) {
    return complaints
        .transform(
            "Pre-aggregate mentions",
            TypeInformation.of(Partial.class),
            new PreAggregate(arrivals()))
        .uid(Uids.PRE_AGGREGATE)
        .keyBy(Partial::subject)
        .process(new CountMentions(policy.bucket().toMillis()), TypeInformation.of(Volume.class))
        .uid(Uids.COUNT_MENTIONS)
        .name("Count mentions");
  }

  private DataStream<Briefing> describe(
      DataStream<IncidentUpdate> incidents, DataStream<HeardRemark> remarks) {
    return incidents
        .keyBy(update -> (byte) 0)
        .connect(remarks.keyBy(remark -> (byte) 0))
        .process(
            new DescribeIncidents(rules, simulatedContacts), TypeInformation.of(Briefing.class))
        .uid(Uids.DESCRIBE_INCIDENTS)
        .name("Describe incidents")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  private SingleOutputStreamOperator<IncidentUpdate> raiseIncidents(
      Scoring scoring, DataStream<ScoredBucket> holds, DataStream<Ruling> rulings) {
    return scoring
        .unusual()
        .union(scoring.contacts(), holds)
        .keyBy(bucket -> (byte) 0)
        .connect(FoundMatch.of(scoring.matches(), rulings).keyBy(match -> (byte) 0))
        .process(
            new RaiseIncidents(rules, simulatedContacts), TypeInformation.of(IncidentUpdate.class))
        .uid(Uids.RAISE_INCIDENTS)
        .name("Raise incidents")
        .setParallelism(1)
        .setMaxParallelism(1);
  }
}
