package io.groundswell.domain.pattern;

import java.io.Serializable;
import java.util.List;

/**
 * Every pattern that there is from a moment on.
 *
 * @param effectiveAt from buckets on that end after this, epoch milliseconds
 * @param rules the patterns; one that is not among them is off
 */
public record PatternSet(long effectiveAt, List<PatternRule> rules) implements Serializable {
  /** Before any bucket. */
  public static final long ALWAYS = Long.MIN_VALUE;

  /** Copies the list. */
  public PatternSet {
    rules = List.copyOf(rules);
  }

  /** Patterns that were there from the beginning. */
  public static PatternSet always(List<PatternRule> rules) {
    return new PatternSet(ALWAYS, rules);
  }
}
