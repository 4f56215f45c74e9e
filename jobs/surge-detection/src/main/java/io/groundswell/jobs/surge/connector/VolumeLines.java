package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.Channel;
import org.apache.flink.api.common.functions.MapFunction;

/** Scored buckets as lines of {@code volumes.csv}. Keys of subjects need no quotes. */
public final class VolumeLines implements MapFunction<ScoredBucket, Line> {
  /** The first line. */
  public static final String HEADER = "subject,bucket_start,observed,posts,expected,evidence,level";

  private static final long serialVersionUID = 1;

  @Override
  public Line map(ScoredBucket bucket) {
    String text =
        String.join(
            ",",
            Channel.subject(bucket.subject()),
            Json.time(bucket.start()),
            String.valueOf(bucket.observed()),
            String.valueOf(bucket.posts()),
            Json.figure(bucket.expected()).toPlainString(),
            Json.figure(bucket.evidence()).toPlainString(),
            bucket.level().label());
    return new Line(bucket.end() - 1, bucket.subject(), text);
  }
}
