package io.groundswell.jobs.surge.feed;

import io.groundswell.domain.feed.FeedKey;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.connector.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record came from a feed: whatever becomes of it, its feed is not silent.
 *
 * @param source where it was posted; null where that cannot be read
 * @param partition key of the partition that brought it; null for files
 * @param start start of the bucket in which it counts, epoch milliseconds
 */
public record SignOfLife(@Nullable String source, @Nullable String partition, long start) {

  /** A post that can be read. */
  public static SignOfLife of(Post post, RawRecord record, ArrivalRule rule) {
    long start = rule.of(post.createdAt(), record.closed()).start();
    return new SignOfLife(post.source(), partition(record), start);
  }

  /** A record that cannot be read: it counts in the bucket that is open. */
  public static SignOfLife ofDeadLetter(RawRecord record, long width) {
    boolean closedNone = record.closed() == RawRecord.NO_TIME;
    long open = closedNone ? record.now() : record.closed() + 1;
    return new SignOfLife(null, partition(record), Buckets.start(open, width));
  }

  /** Key of the partition that a record of Kafka came from; null for files. */
  private static @Nullable String partition(RawRecord record) {
    return record.now() == RawRecord.NO_TIME
        ? null
        : FeedKey.ofPartition(record.where().substring(0, record.where().lastIndexOf(':')));
  }
}
