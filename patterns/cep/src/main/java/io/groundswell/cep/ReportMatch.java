package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** Names the pattern that matched, with the first and the last bucket of the match. */
final class ReportMatch extends PatternProcessFunction<ScoredBucket, SurgeMatch> {
  private static final long serialVersionUID = 1;

  private final String pattern;

  ReportMatch(String pattern) {
    this.pattern = pattern;
  }

  @Override
  public void processMatch(
      Map<String, List<ScoredBucket>> match, Context context, Collector<SurgeMatch> out) {
    out.collect(Report.ofOne(pattern, match.values()));
  }
}
