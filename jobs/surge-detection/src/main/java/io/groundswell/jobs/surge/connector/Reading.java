package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.post.Post;
import java.io.Serializable;
import java.time.Instant;

/**
 * How records become posts, and which are refused.
 *
 * @param format how one record is read
 * @param now the reader's clock for records that do not say when they arrived, epoch milliseconds:
 *     the moment the command started
 */
public record Reading(PostFormat format, long now) implements Serializable {
  private static final long EARLIEST = Instant.parse("2005-01-01T00:00:00Z").toEpochMilli();
  private static final long AHEAD = 5 * 60_000;

  /**
   * Reads a record.
   *
   * @throws UnreadableRecord where it is no post, or its time cannot be believed
   */
  public Post read(RawRecord record) throws UnreadableRecord {
    if (record.oversized()) {
      throw new UnreadableRecord("oversized", "longer than 256 KB");
    }
    Post post = format.read(record.bytes());
    Instant created = Instant.ofEpochMilli(post.createdAt());
    if (post.createdAt() < EARLIEST) {
      throw new UnreadableRecord("before-2005", "created_at lies before 2005: " + created);
    }
    long clock = record.now() == RawRecord.NO_TIME ? now : record.now();
    if (post.createdAt() > clock + AHEAD) {
      throw new UnreadableRecord(
          "future", "created_at lies more than 5 minutes ahead of the clock: " + created);
    }
    return post;
  }
}
