package io.groundswell.domain.report;

import org.jspecify.annotations.Nullable;

/**
 * What posts tell of incidents: either of two things. Flat, since it is operator state.
 *
 * @param reports a product's complaints in a bucket, or null
 * @param signal what is no complaint, or null
 */
public record Remark(@Nullable Reports reports, @Nullable Signal signal) {
  /** A product's complaints. */
  public static Remark of(Reports reports) {
    return new Remark(reports, null);
  }

  /** What is no complaint. */
  public static Remark of(Signal signal) {
    return new Remark(null, signal);
  }
}
