package io.groundswell.domain.feed;

/** What a bucket means for a feed. */
enum FeedTurn {
  /** Nothing changes. */
  NONE,
  /** It is blind from now on. */
  GOES_BLIND,
  /** It brings posts again. */
  RETURNS,
  /** It has been blind for so long that nobody waits for it any more. */
  GIVEN_UP
}
