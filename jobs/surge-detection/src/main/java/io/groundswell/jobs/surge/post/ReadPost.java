package io.groundswell.jobs.surge.post;

import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.RawRecord;

/**
 * A post and the hash of the record that it was read from.
 *
 * @param post the post
 * @param record 64-bit hash of the record, which orders copies
 * @param readAt the moment at which it was read, by the clock that moves the job
 * @param closed the last moment whose bucket had closed when the record arrived
 */
public record ReadPost(Post post, long record, long readAt, long closed) {
  static ReadPost of(Post post, RawRecord record) {
    return new ReadPost(post, Hash64.of(record.bytes()), record.readAt(), record.closed());
  }
}
