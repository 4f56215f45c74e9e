package io.groundswell.jobs.surge.post;

import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * A post and the hash of the record that it was read from; or a ruling in its place among posts.
 *
 * @param post the post; null of a ruling
 * @param record 64-bit hash of the record, which orders copies
 * @param readAt the moment at which it was read, by the clock that moves the job
 * @param closed the last moment whose bucket had closed when the record arrived
 * @param ruling a copy of a record that rules how what follows is judged, or null
 */
public record ReadPost(
    @Nullable Post post, long record, long readAt, long closed, @Nullable RawRecord ruling) {

  /** A post. */
  public ReadPost(Post post, long record, long readAt, long closed) {
    this(post, record, readAt, closed, null);
  }

  static ReadPost of(Post post, RawRecord record) {
    return new ReadPost(post, Hash64.of(record.bytes()), record.readAt(), record.closed());
  }

  static ReadPost ruling(RawRecord copy) {
    return new ReadPost(null, 0, copy.readAt(), copy.closed(), copy);
  }
}
