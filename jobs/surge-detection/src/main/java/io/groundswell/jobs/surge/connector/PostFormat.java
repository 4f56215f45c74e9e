package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.post.Post;
import java.io.Serializable;

/** How one record of a source is read as a post. Safe for use by several threads. */
public interface PostFormat extends Serializable {

  /**
   * Reads a record.
   *
   * @throws UnreadableRecord with the reason, where it is none
   */
  Post read(byte[] record) throws UnreadableRecord;
}
