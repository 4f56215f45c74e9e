package io.groundswell.jobs.surge;

import io.groundswell.cep.host.Hosting;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.Notices;
import io.groundswell.jobs.surge.baseline.ScoreBuckets;
import io.groundswell.jobs.surge.baseline.ScoringRules;
import io.groundswell.jobs.surge.ruling.RuledPatterns;
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

  /**
   * Adds the operators behind counted buckets and what their scoring has to know.
   *
   * @param notices what scoring is told, rulings among it
   * @param rulings what is ruled while it runs, in the order of its moments
   * @param rules what the job decides by until something else is ruled
   * @param from what of them scoring goes by
   */
  public static Scoring add(
      DataStream<Volume> volumes,
      DataStream<Notice> notices,
      DataStream<Ruling> rulings,
      Rules rules,
      ScoringRules.From from) {
    SingleOutputStreamOperator<ScoredBucket> scored =
        volumes
            .keyBy(Volume::subject)
            .connect(
                notices.broadcast(Notices.descriptors().toArray(new MapStateDescriptor<?, ?>[0])))
            .process(new ScoreBuckets(rules, from), TypeInformation.of(ScoredBucket.class))
            .uid(Uids.SCORE_BUCKETS)
            .name("Score buckets");
    return new Scoring(
        scored,
        scored.getSideOutput(ScoreBuckets.VOLUMES),
        scored.getSideOutput(ScoreBuckets.CONTACTS),
        Hosting.add(
            scored.getSideOutput(ScoreBuckets.SIGNALS),
            RuledPatterns.add(rulings, rules),
            new Regions(rules.catalogue().regions())));
  }
}
