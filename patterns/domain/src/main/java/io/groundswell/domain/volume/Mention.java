package io.groundswell.domain.volume;

import io.groundswell.domain.contact.QueueKey;
import java.util.List;

/**
 * A complaint, or a support contact, as it travels to the counters: compact, and without its text.
 *
 * @param createdAt event time, epoch milliseconds
 * @param closed the last moment whose bucket had closed when it arrived, epoch milliseconds; {@link
 *     ArrivalRule#NONE_CLOSED} where nothing can be late
 * @param identity 64-bit hash of the post's source and id
 * @param record 64-bit hash of the record it was read from, to order copies
 * @param author 64-bit hash of the author; of the post where the author is unknown
 * @param source where it was posted; a contact's channel
 * @param subjects keys of every subject it belongs to; never empty. A contact's are all the queue's
 *     ({@link QueueKey})
 * @param unknown handles, hashtags and phrases of a complaint that matches no product; else empty
 */
public record Mention(
    long createdAt,
    long closed,
    long identity,
    long record,
    long author,
    String source,
    List<String> subjects,
    List<String> unknown) {

  /** Whether this is a support contact. */
  public boolean contact() {
    return QueueKey.is(subjects.get(0));
  }
}
