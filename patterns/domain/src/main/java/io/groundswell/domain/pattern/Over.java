package io.groundswell.domain.pattern;

/** Whose buckets a pattern reads together. */
public enum Over {
  /** Those of one subject, whichever it is. */
  SUBJECT,
  /** Those of all regions of one product. */
  REGIONS,
  /** Those of a product and of one that depends on it. */
  DEPENDENCY
}
