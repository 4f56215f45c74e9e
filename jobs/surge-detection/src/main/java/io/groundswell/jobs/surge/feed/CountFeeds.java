package io.groundswell.jobs.surge.feed;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.AddUp;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Adds up signs of life per feed and bucket, so that posts cost the network nothing here. */
final class CountFeeds extends AddUp<SignOfLife, FeedCount> {
  private static final long serialVersionUID = 1;

  /** More than this many different ones, as when every post has a source of its own, are let go. */
  private static final int MOST_HELD = 10_000;

  private final long width;
  private transient Map<Slot, Integer> sums;

  CountFeeds(long width) {
    this.width = width;
  }

  @Override
  public void open() throws Exception {
    super.open();
    sums = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<SignOfLife> element) {
    SignOfLife sign = element.getValue();
    if (sign.source() != null) {
      sums.merge(new Slot(sign.source(), sign.start()), 1, Integer::sum);
    }
    if (sign.partition() != null) {
      sums.merge(new Slot(sign.partition(), sign.start()), 1, Integer::sum);
    }
    if (sums.size() > MOST_HELD) {
      flush();
    }
  }

  @Override
  protected void flush() {
    sums.forEach(
        (slot, posts) ->
            output.collect(
                new StreamRecord<>(
                    new FeedCount(slot.feed, slot.start, posts),
                    Buckets.lastMoment(slot.start, width))));
    sums.clear();
  }

  private record Slot(String feed, long start) {}
}
