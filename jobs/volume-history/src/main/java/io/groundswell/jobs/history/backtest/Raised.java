package io.groundswell.jobs.history.backtest;

import org.jspecify.annotations.Nullable;

/**
 * An incident as a whole, as far as two sets of rules can differ in it.
 *
 * @param id from subject and onset
 * @param kind {@code surge}, {@code chatter} …
 * @param subject key of its subject
 * @param product its product; null for a region over all products
 * @param title what people were told first
 * @param detectedAt when it was told first, epoch milliseconds
 * @param overAt when it was over; null while it is open
 * @param severity the highest that it had
 * @param leadSeconds how long before the support queue's surge; null where that is not known
 * @param calledFalse whether people's last word was that nothing was wrong
 * @param course what every update told, in figures and times
 */
public record Raised(
    String id,
    String kind,
    String subject,
    @Nullable String product,
    String title,
    long detectedAt,
    @Nullable Long overAt,
    String severity,
    @Nullable Long leadSeconds,
    boolean calledFalse,
    String course) {

  /** Whether somebody is paged. */
  public boolean pages() {
    return severity.compareTo("SEV2") <= 0;
  }

  /** Whether it is one that people are told of at all. */
  public boolean told() {
    return "surge".equals(kind) || "blind".equals(kind);
  }

  /** Whether both were open at one time. */
  boolean overlaps(Raised other) {
    return detectedAt <= end(other) && other.detectedAt <= end(this);
  }

  private static long end(Raised incident) {
    return incident.overAt == null ? Long.MAX_VALUE : incident.overAt;
  }

  /** Whether both are about the same trouble, as far as one can tell from where and when. */
  boolean resembles(Raised other) {
    boolean somewhere =
        product == null ? subject.equals(other.subject) : product.equals(other.product);
    return somewhere && kind.equals(other.kind) && overlaps(other);
  }
}
