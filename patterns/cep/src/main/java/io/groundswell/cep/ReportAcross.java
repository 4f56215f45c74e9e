package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Names the pattern that matched across subjects, with the bucket of each.
 *
 * @param <T> what the pattern reads: a bucket, or what holds one
 */
final class ReportAcross<T> extends PatternProcessFunction<T, SurgeMatch> {
  private static final long serialVersionUID = 1;

  private final String pattern;
  private final KeySelector<T, ScoredBucket> bucketOf;

  ReportAcross(String pattern, KeySelector<T, ScoredBucket> bucketOf) {
    this.pattern = pattern;
    this.bucketOf = bucketOf;
  }

  @Override
  public void processMatch(Map<String, List<T>> match, Context context, Collector<SurgeMatch> out)
      throws Exception {
    List<List<ScoredBucket>> stages = new ArrayList<>();
    for (List<T> items : match.values()) {
      List<ScoredBucket> stage = new ArrayList<>();
      for (T item : items) {
        stage.add(bucketOf.getKey(item));
      }
      stages.add(stage);
    }
    out.collect(Report.across(pattern, stages));
  }
}
