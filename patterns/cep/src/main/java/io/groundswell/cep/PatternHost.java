package io.groundswell.cep;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.WatchRules;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.Collector;

/**
 * Where patterns live in a job: every pattern that is switched on reads the same keyed buckets, and
 * what they find comes out as one stream. How patterns are run is known here only, so that one
 * operator can take their place that holds several and changes them while it runs.
 */
public final class PatternHost {
  private PatternHost() {}

  /**
   * Adds the patterns that {@code rules} switches on.
   *
   * @param buckets keyed by subject, time-stamped with the last moment of their bucket; a calm
   *     bucket and the one after it may share a stamp
   * @return the matches of all of them
   */
  public static DataStream<SurgeMatch> add(
      KeyedStream<ScoredBucket, String> buckets, WatchRules rules) {
    DataStream<SurgeMatch> matches = null;
    for (String id : PatternId.OF_ONE) {
      if (rules.patterns().contains(id)) {
        DataStream<SurgeMatch> found = add(buckets, SurgePattern.of(id, rules));
        matches = matches == null ? found : matches.union(found);
      }
    }
    return matches == null ? none(buckets) : matches;
  }

  private static DataStream<SurgeMatch> none(KeyedStream<ScoredBucket, String> buckets) {
    return buckets
        .flatMap((ScoredBucket bucket, Collector<SurgeMatch> out) -> {})
        .returns(TypeInformation.of(SurgeMatch.class))
        .uid("no-pattern")
        .name("No pattern is on");
  }

  private static DataStream<SurgeMatch> add(
      KeyedStream<ScoredBucket, String> buckets, SurgePattern pattern) {
    return CEP.pattern(buckets, pattern.stages(), new ByStart())
        .inEventTime()
        .process(new ReportMatch(pattern.id()), TypeInformation.of(SurgeMatch.class))
        .uid(pattern.uid())
        .name("Pattern " + pattern.id());
  }
}
