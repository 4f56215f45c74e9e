package io.groundswell.domain.briefing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to answer.
 *
 * @param first posts to answer, the oldest unanswered one first, then answered ones
 * @param reachable posts of the incident that have an address, as far as they were read
 * @param answered how many of those the company has answered
 * @param unreachable posts without an address
 */
public record Replies(List<Answerable> first, int reachable, int answered, int unreachable) {
  /** Nobody. */
  public static final Replies NONE = new Replies(List.of(), 0, 0, 0);

  /** The oldest post that nobody has answered, or null. */
  public @Nullable Answerable oldestUnanswered() {
    return first.isEmpty() || first.get(0).answeredAt() != null ? null : first.get(0);
  }

  /**
   * A post that can be answered.
   *
   * @param postId the post's id within its source
   * @param source where it was posted
   * @param url where it can be answered
   * @param postedAt epoch milliseconds
   * @param answeredAt when the company first did, epoch milliseconds, or null
   */
  public record Answerable(
      String postId, String source, String url, long postedAt, @Nullable Long answeredAt) {}
}
