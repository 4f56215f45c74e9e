package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.PostFormat;
import io.groundswell.jobs.surge.connector.UnreadableRecord;

/**
 * A network's own records. What a post cannot do without (id, time, text) is asked for strictly;
 * anything else that is missing or of another type than documented is absent, since networks change
 * it without notice.
 */
abstract class NativePosts implements PostFormat {
  private static final long serialVersionUID = 1;

  private final String source;
  private final Wanted wanted;

  /**
   * A format.
   *
   * @param source what its posts have as source
   * @param wanted the fields that it looks at
   */
  NativePosts(String source, Wanted wanted) {
    this.source = source;
    this.wanted = wanted;
  }

  @Override
  public final Post read(byte[] record) throws UnreadableRecord {
    return isBlank(record) ? notice(Post.NO_TIME) : read(wanted.of(record));
  }

  /** Reads the wanted part of a record. */
  abstract Post read(JsonNode record) throws UnreadableRecord;

  final String source() {
    return source;
  }

  /** A record that is no post and no mistake either. */
  final Post notice(long time) {
    return Post.noticeOf(source, time);
  }

  /** The withdrawal of a post. */
  final Post withdrawal(String id, long time) {
    return Post.of(source, id, time).deleted(true).build();
  }

  /** Networks send line ends to keep a connection open. */
  private static boolean isBlank(byte[] record) {
    for (byte b : record) {
      if (b != ' ' && b != '\r' && b != '\n' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
