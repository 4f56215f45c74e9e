package io.groundswell.jobs.surge;

import io.groundswell.cep.AcrossPatterns;
import io.groundswell.cep.PatternHost;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.Notices;
import io.groundswell.jobs.surge.baseline.ScoreBuckets;
import io.groundswell.jobs.surge.baseline.ScoringRules;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Counted buckets to scores and matched patterns: the part that the main job shares with {@code
 * score}.
 *
 * @param unusual buckets that patterns have to see
 * @param volumes every bucket with complaints
 * @param contacts every bucket of the support queue with contacts
 * @param matches patterns that matched
 */
public record Scoring(
    DataStream<ScoredBucket> unusual,
    DataStream<ScoredBucket> volumes,
    DataStream<ScoredBucket> contacts,
    DataStream<SurgeMatch> matches) {

  /** The same with matches of patterns across subjects as well. */
  Scoring across(AcrossRules rules, Catalogue catalogue) {
    DataStream<SurgeMatch> all =
        AcrossPatterns.add(unusual, rules, catalogue)
            .<DataStream<SurgeMatch>>map(matches::union)
            .orElse(matches);
    return new Scoring(unusual, volumes, contacts, all);
  }

  /** The same with matches that were found elsewhere as well. */
  Scoring and(DataStream<SurgeMatch> found) {
    return new Scoring(unusual, volumes, contacts, matches.union(found));
  }

  /**
   * Adds the operators behind counted buckets and what their scoring has to know.
   *
   * @param rules what the job decides by until something else is ruled
   * @param from what of them scoring goes by
   */
  public static Scoring add(
      DataStream<Volume> volumes, DataStream<Notice> notices, Rules rules, ScoringRules.From from) {
    SingleOutputStreamOperator<ScoredBucket> scored =
        volumes
            .keyBy(Volume::subject)
            .connect(
                notices.broadcast(Notices.descriptors().toArray(new MapStateDescriptor<?, ?>[0])))
            .process(new ScoreBuckets(rules, from), TypeInformation.of(ScoredBucket.class))
            .uid(Uids.SCORE_BUCKETS)
            .name("Score buckets");
    DataStream<SurgeMatch> matches =
        PatternHost.add(scored.keyBy(ScoredBucket::subject), from.of(rules).watch());
    return new Scoring(
        scored,
        scored.getSideOutput(ScoreBuckets.VOLUMES),
        scored.getSideOutput(ScoreBuckets.CONTACTS),
        matches);
  }
}
