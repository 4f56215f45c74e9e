package io.groundswell.jobs.surge.contact;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Channel;
import io.groundswell.jobs.surge.Uids;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Surges of the support queue that end in a bucket without contacts, so that whoever has all
 * buckets of the queue knows when each of its surges was over.
 */
public final class QuietEnds implements FlatMapFunction<SurgeMatch, ScoredBucket> {
  private static final long serialVersionUID = 1;

  private QuietEnds() {}

  /** Adds the operator behind patterns that matched. */
  public static DataStream<ScoredBucket> add(DataStream<SurgeMatch> matches) {
    return matches
        .flatMap(new QuietEnds())
        .returns(TypeInformation.of(ScoredBucket.class))
        .uid(Uids.QUIET_ENDS)
        .name("Quiet ends of queue surges");
  }

  @Override
  public void flatMap(SurgeMatch match, Collector<ScoredBucket> out) {
    ScoredBucket bucket = match.last();
    if (Channel.SUPPORT.holds(bucket.subject())
        && bucket.turn() == Turn.RESOLVES
        && bucket.posts() == 0) {
      out.collect(bucket);
    }
  }
}
