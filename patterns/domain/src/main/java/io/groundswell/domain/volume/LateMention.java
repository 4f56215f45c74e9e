package io.groundswell.domain.volume;

import java.util.List;

/**
 * A complaint that counts nowhere, since it arrived too late: what is known of it.
 *
 * @param createdAt event time, epoch milliseconds
 * @param closed the last moment whose bucket had closed when it arrived, epoch milliseconds
 * @param identity 64-bit hash of the post's source and id
 * @param subjects keys of every subject it belongs to; never empty
 */
public record LateMention(long createdAt, long closed, long identity, List<String> subjects) {

  /** What is known of a mention that is dropped. */
  public static LateMention of(Mention mention) {
    return new LateMention(
        mention.createdAt(), mention.closed(), mention.identity(), mention.subjects());
  }
}
