package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Channel;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Scored buckets as JSON lines, with the fields of {@code volumes.csv}; those of the support queue
 * also with what happened, as {@code contacts.csv} has it.
 */
public final class VolumeJson implements MapFunction<ScoredBucket, Line> {
  private static final long serialVersionUID = 1;

  @Override
  public Line map(ScoredBucket bucket) {
    String text =
        Json.object(
            json -> {
              json.writeStringField("subject", Channel.subject(bucket.subject()));
              json.writeStringField("bucket_start", Json.time(bucket.start()));
              json.writeNumberField("observed", bucket.observed());
              json.writeNumberField("posts", bucket.posts());
              json.writeNumberField("expected", Json.figure(bucket.expected()));
              json.writeNumberField("evidence", Json.figure(bucket.evidence()));
              json.writeStringField("level", bucket.level().label());
              if (Channel.SUPPORT.holds(bucket.subject()) && bucket.turn() != Turn.NONE) {
                json.writeStringField("event", BucketEvent.label(bucket.turn()));
                json.writeStringField("onset_at", BucketEvent.onset(bucket));
              }
            });
    return new Line(bucket.end() - 1, bucket.subject(), text);
  }
}
