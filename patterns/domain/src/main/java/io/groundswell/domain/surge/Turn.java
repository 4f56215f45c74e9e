package io.groundswell.domain.surge;

/** What a bucket means for its subject's surge, decided with the score; patterns confirm it. */
public enum Turn {
  /** Nothing changes. */
  NONE,
  /** The evidence suffices for the first time. */
  OPENS,
  /** It suffices again, soon after the last surge ended. */
  REOPENS,
  /** The surge is clearly larger than when it began. */
  ESCALATES,
  /** The surge is over. */
  RESOLVES
}
