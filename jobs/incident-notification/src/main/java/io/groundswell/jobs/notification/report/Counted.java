package io.groundswell.jobs.notification.report;

import java.util.OptionalDouble;

/**
 * How many posts were read, and what they were.
 *
 * @param posts all of them, whatever became of them
 * @param complaints of them, those that counted
 * @param unmatched of the complaints, those that name no product of the catalogue
 */
public record Counted(long posts, long complaints, long unmatched) {
  /** Nothing. */
  public static final Counted NONE = new Counted(0, 0, 0);

  /** Both together. */
  public Counted plus(Counted other) {
    return new Counted(
        posts + other.posts, complaints + other.complaints, unmatched + other.unmatched);
  }

  /** Which share of posts are complaints; none where there are no posts. */
  public OptionalDouble complaintShare() {
    return share(complaints, posts);
  }

  /** Which share of complaints name no product; none where there are no complaints. */
  public OptionalDouble unmatchedShare() {
    return share(unmatched, complaints);
  }

  static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
  }
}
