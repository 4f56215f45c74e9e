package io.groundswell.domain.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of a product in a bucket. Flat, since it is operator state.
 *
 * @param product id of the product among whose complaints they were heard, or {@code ?}
 * @param start start of the bucket, epoch milliseconds
 * @param tallies all complaints of the bucket, by subject, in the order of keys
 * @param reports some of them: while little is said, all
 */
public record Reports(String product, long start, List<Tally> tallies, List<Report> reports) {
  /** The complaints about a subject, or null where there are none. */
  public @Nullable Tally tally(String subject) {
    for (Tally tally : tallies) {
      if (tally.subject().equals(subject)) {
        return tally;
      }
    }
    return null;
  }
}
