package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.surge.ScoredBucket;
import org.apache.flink.api.common.functions.MapFunction;

/** Scored buckets of given counts as lines of a CSV, with what happened in each. */
public final class ScoreLines implements MapFunction<ScoredBucket, Line> {
  /** The first line. */
  public static final String HEADER = "key,bucket_start,observed,expected,evidence,level,event";

  private static final long serialVersionUID = 1;

  @Override
  public Line map(ScoredBucket bucket) {
    String text =
        String.join(
            ",",
            CsvCells.quoted(bucket.subject()),
            Json.time(bucket.start()),
            String.valueOf(bucket.observed()),
            Json.figure(bucket.expected()).toPlainString(),
            Json.figure(bucket.evidence()).toPlainString(),
            bucket.level().label(),
            BucketEvent.label(bucket.turn()));
    return new Line(bucket.end() - 1, bucket.subject(), text);
  }
}
