package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.surge.ScoredBucket;
import java.util.Objects;
import org.apache.flink.api.common.functions.MapFunction;

/** Scored buckets of the support queue as lines of {@code contacts.csv}. */
public final class ContactLines implements MapFunction<ScoredBucket, Line> {
  /** The first line: that of the volumes, what happened, and since when where a surge opens. */
  public static final String HEADER = VolumeLines.HEADER + ",event,onset_at";

  private static final long serialVersionUID = 1;

  private final VolumeLines volumes = new VolumeLines();

  @Override
  public Line map(ScoredBucket bucket) {
    Line line = volumes.map(bucket);
    String onset = Objects.requireNonNullElse(BucketEvent.onset(bucket), "");
    String event = BucketEvent.label(bucket.turn());
    return new Line(line.time(), line.order(), String.join(",", line.text(), event, onset));
  }
}
