package io.groundswell.jobs.surge.post;

import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.post.Post;

/**
 * A post and the hash of the record that it was read from.
 *
 * @param post the post
 * @param record 64-bit hash of the record, which orders copies
 */
public record ReadPost(Post post, long record) {
  static ReadPost of(Post post, byte[] record) {
    return new ReadPost(post, Hash64.of(record));
  }
}
