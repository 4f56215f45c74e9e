package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.WatchRules;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

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
   * @return the matches; empty where no pattern is on
   */
  public static List<DataStream<SurgeMatch>> add(
      KeyedStream<ScoredBucket, String> buckets, WatchRules rules) {
    List<DataStream<SurgeMatch>> matches = new ArrayList<>();
    for (String id : WatchRules.PATTERNS) {
      if (rules.patterns().contains(id)) {
        matches.add(add(buckets, SurgePattern.of(id, rules)));
      }
    }
    return matches;
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
