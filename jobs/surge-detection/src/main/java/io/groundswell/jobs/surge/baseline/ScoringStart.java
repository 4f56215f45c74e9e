package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.catalogue.Catalogue;
import java.io.Serializable;

/**
 * What is known before anything has been counted.
 *
 * @param watched subjects that share the budget at first
 * @param classes products and places have parts of the budget of their own
 * @param products how many products have terms, and what is unmatched
 * @param since since when complaints would have been seen, epoch milliseconds; {@link
 *     Long#MAX_VALUE} where the first complaint will tell
 */
public record ScoringStart(Watched watched, boolean classes, int products, long since)
    implements Serializable {

  /** Watching begins with the first complaint about anything in the catalogue. */
  public static ScoringStart atFirstComplaint(Catalogue catalogue) {
    int products = 1 + catalogue.products().size();
    return new ScoringStart(Watched.before(catalogue), true, products, Long.MAX_VALUE);
  }

  /** Keys that have nothing to do with each other, all watched from one moment on. */
  public static ScoringStart ofKeys(int keys, long since) {
    return new ScoringStart(Watched.alone(keys), false, 1, since);
  }
}
