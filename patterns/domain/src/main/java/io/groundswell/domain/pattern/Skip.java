package io.groundswell.domain.pattern;

import java.io.Serializable;

/**
 * Which partial matches go when one is complete.
 *
 * @param how the rule
 * @param stage the stage that {@code TO_FIRST} and {@code TO_LAST} name; else empty
 */
public record Skip(How how, String stage) implements Serializable {
  /** All go on, so that buckets may be in several matches. */
  public static final Skip NONE = new Skip(How.NONE, "");

  /** The rules that there are. */
  public enum How {
    /** None goes. */
    NONE,
    /** Those go that began with the same bucket. */
    TO_NEXT,
    /** Those go that began before the match ended. */
    PAST_LAST,
    /** Those go that began before the first bucket of a stage. */
    TO_FIRST,
    /** Those go that began before the last bucket of a stage. */
    TO_LAST
  }
}
