package io.groundswell.domain.pattern;

import io.groundswell.domain.surge.ScoredBucket;

/**
 * A bucket as one kind of pattern reads it.
 *
 * @param over whose buckets meet in the group
 * @param group what they have in common: the subject, the product, or the pair {@code up>down}
 * @param bucket the bucket
 */
public record Signal(Over over, String group, ScoredBucket bucket) {

  /** A bucket by itself. */
  public static Signal of(ScoredBucket bucket) {
    return new Signal(Over.SUBJECT, bucket.subject(), bucket);
  }

  /** A bucket of one of two products, of which one depends on the other. */
  public static Signal of(String upstream, String downstream, ScoredBucket bucket) {
    return new Signal(Over.DEPENDENCY, upstream + ">" + downstream, bucket);
  }

  /** {@code upstream}, {@code downstream}, or empty where it is neither. */
  public String side() {
    String subject = bucket.subject();
    if (over != Over.DEPENDENCY) {
      return "";
    }
    if (group.equals(subject + ">" + group.substring(group.indexOf('>') + 1))) {
      return "upstream";
    }
    return group.endsWith(">" + subject) ? "downstream" : "";
  }
}
