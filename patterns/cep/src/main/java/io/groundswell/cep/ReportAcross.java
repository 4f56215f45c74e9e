package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final Comparator<ScoredBucket> BY_START =
      Comparator.comparingLong(ScoredBucket::start);

  private final String pattern;
  private final KeySelector<T, ScoredBucket> bucketOf;

  ReportAcross(String pattern, KeySelector<T, ScoredBucket> bucketOf) {
    this.pattern = pattern;
    this.bucketOf = bucketOf;
  }

  @Override
  public void processMatch(Map<String, List<T>> match, Context context, Collector<SurgeMatch> out)
      throws Exception {
    List<ScoredBucket> buckets = new ArrayList<>();
    for (List<T> stage : match.values()) {
      for (T item : stage) {
        buckets.add(bucketOf.getKey(item));
      }
    }
    buckets.sort(BY_START); // Stages come in their order; so do buckets of one moment.
    int last = buckets.size() - 1;
    out.collect(
        new SurgeMatch(
            pattern, buckets.get(0), buckets.get(last), List.copyOf(buckets.subList(1, last))));
  }
}
