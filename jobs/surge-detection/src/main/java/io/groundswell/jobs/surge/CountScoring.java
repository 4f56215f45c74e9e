package io.groundswell.jobs.surge;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.ScoringRules;
import io.groundswell.jobs.surge.baseline.ScoringStart;
import io.groundswell.jobs.surge.connector.CountSource;
import io.groundswell.jobs.surge.connector.LineFile;
import io.groundswell.jobs.surge.connector.ScoreLines;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Scoring and patterns alone, on given counts: each key is a subject, and all keys share the budget
 * from the first bucket on.
 *
 * @param policy what the user decides; its bucket is the counts'
 * @param start how many keys there are, and where the file begins
 */
public record CountScoring(Policy policy, ScoringStart start) {

  /** Adds the job to {@code env}: from a file of counts to a file of scores. */
  public void add(StreamExecutionEnvironment env, String counts, String out) {
    DataStream<Volume> volumes =
        CountSource.add(env, counts, policy.bucket().toMillis(), Uids.READ_COUNTS);
    DataStream<Notice> notices = noNotices(env);
    Policy by = policy; // The lambda must not hold on to this record.
    ScoringStart from = start;
    Scoring scoring =
        Scoring.add(
            volumes,
            notices,
            noRulings(notices),
            Rules.of(Catalogue.none(), policy),
            rules -> new ScoringRules(by, WatchRules.of(by), from));
    DataStream<ScoredBucket> uneventful =
        scoring
            .volumes()
            .filter(bucket -> bucket.turn() == Turn.NONE)
            .uid("uneventful")
            .name("Buckets without an event");
    DataStream<ScoredBucket> events =
        scoring
            .matches()
            .map(SurgeMatch::last)
            .returns(TypeInformation.of(ScoredBucket.class))
            .uid("events")
            .name("Buckets with an event");
    Detection.write(
        uneventful.union(events), new ScoreLines(), new LineFile(out, ScoreLines.HEADER), "scores");
  }

  /** The keys are counted beforehand, so no day changes the shares. */
  private static DataStream<Notice> noNotices(StreamExecutionEnvironment env) {
    return env.fromData(List.of(new Notice(null, null, null, null, null, null)))
        .returns(TypeInformation.of(Notice.class))
        .uid("no-notices")
        .name("No notices");
  }

  private static DataStream<Ruling> noRulings(DataStream<Notice> notices) {
    return notices
        .flatMap((Notice notice, Collector<Ruling> out) -> {})
        .returns(TypeInformation.of(Ruling.class))
        .uid("no-rulings")
        .name("No rulings")
        .setParallelism(1);
  }
}
