package io.groundswell.domain.pattern;

/** How a stage comes after the one before it. */
public enum Follows {
  /** It is the first. */
  BEGIN,
  /** The very next bucket is of it. */
  NEXT,
  /** The next bucket that is of it, whatever lies between. */
  FOLLOWED_BY,
  /** Any later bucket that is of it: each makes a match of its own. */
  FOLLOWED_BY_ANY,
  /** The very next bucket is not of it. */
  NOT_NEXT,
  /** No bucket of it comes before the next stage, or within the window. */
  NOT_FOLLOWED_BY;

  /** Whether it says what must not come. */
  public boolean isNot() {
    return this == NOT_NEXT || this == NOT_FOLLOWED_BY;
  }
}
