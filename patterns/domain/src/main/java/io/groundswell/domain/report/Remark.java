package io.groundswell.domain.report;

import io.groundswell.domain.change.Change;
import org.jspecify.annotations.Nullable;

/**
 * What is told of incidents beside their figures: one of three things. Flat, since it is operator
 * state.
 *
 * @param reports a product's complaints in a bucket, or null
 * @param signal what a post says that is no complaint, or null
 * @param change what the company did, or null
 */
public record Remark(@Nullable Reports reports, @Nullable Signal signal, @Nullable Change change) {
  /** A product's complaints. */
  public static Remark of(Reports reports) {
    return new Remark(reports, null, null);
  }

  /** What is no complaint. */
  public static Remark of(Signal signal) {
    return new Remark(null, signal, null);
  }

  /** What the company did. */
  public static Remark of(Change change) {
    return new Remark(null, null, change);
  }
}
