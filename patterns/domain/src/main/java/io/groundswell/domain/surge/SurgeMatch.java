package io.groundswell.domain.surge;

/**
 * A CEP pattern that matched.
 *
 * @param pattern id of the pattern
 * @param first the first bucket of the match
 * @param last the bucket that completed it, whose turn says what it means
 */
public record SurgeMatch(String pattern, ScoredBucket first, ScoredBucket last) {}
