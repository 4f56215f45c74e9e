package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;

/**
 * A bucket of one of two products, of which one depends on the other.
 *
 * @param upstream id of the product that the other depends on
 * @param downstream id of the product that depends on it
 * @param bucket a bucket of one of the two
 */
public record Link(String upstream, String downstream, ScoredBucket bucket) {

  /** The pair: buckets of both meet under it. */
  String pair() {
    return upstream + ">" + downstream;
  }

  boolean isOf(String product) {
    return bucket.subject().equals(product);
  }
}
