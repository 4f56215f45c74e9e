package io.groundswell.domain.pattern;

/**
 * The time of one version of a pattern. All times are ends of buckets, epoch milliseconds.
 *
 * @param rule the version
 * @param since matches begin in buckets that end after this
 * @param until and not after this
 * @param finishes what has begun may be completed until this
 */
public record Tenure(PatternRule rule, long since, long until, long finishes) {
  static Tenure from(PatternRule rule, long since) {
    return new Tenure(rule, since, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Whether a match may begin in a bucket that ends then. */
  public boolean begins(long end) {
    return since < end && end <= until;
  }

  /** Whether a bucket that ends then may be in a match. */
  public boolean reads(long end) {
    return since < end && end <= finishes;
  }

  boolean inForce() {
    return until == Long.MAX_VALUE;
  }

  Tenure ended(long at, long finishing) {
    return new Tenure(rule, since, at, finishing);
  }

  /** The same with its unfinished matches dropped then, if they are not over before. */
  Tenure droppedAt(long at) {
    return new Tenure(rule, since, Math.min(until, at), Math.min(finishes, at));
  }
}
