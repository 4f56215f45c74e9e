package io.groundswell.domain.briefing;

/**
 * A post that can be answered, as it is remembered.
 *
 * @param identity 64-bit hash of its source and id
 * @param postId the post's id within its source
 * @param source where it was posted
 * @param url where it can be answered
 * @param postedAt epoch milliseconds
 * @param answeredAt when the company first did, epoch milliseconds; 0 before that
 */
public record Answer(
    long identity, String postId, String source, String url, long postedAt, long answeredAt) {
  Answer answered(long moment) {
    return new Answer(identity, postId, source, url, postedAt, moment);
  }
}
