package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;

/**
 * A bucket of one of two products, of which one depends on the other, as savepoints up to version
 * 0.3 have it in {@code pattern-cascade-v1}. Flink finds it there by this name.
 *
 * @param upstream id of the product that the other depends on
 * @param downstream id of the product that depends on it
 * @param bucket a bucket of one of the two
 */
public record Link(String upstream, String downstream, ScoredBucket bucket) {}
