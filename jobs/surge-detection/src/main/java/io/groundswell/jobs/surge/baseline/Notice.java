package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.answer.Opinion;
import io.groundswell.domain.change.Easing;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.BlindSpan;
import org.jspecify.annotations.Nullable;

/**
 * What the scoring of every subject has to know: one of these.
 *
 * @param share how the budget is shared on a day, or null
 * @param season what a parent's season is like on a day, or null
 * @param span when a feed was blind, told at its beginning and at its end, or null
 * @param easing what a change has bought, or null
 * @param opinion whether an incident was false, as somebody has judged, or null
 * @param ruling what is to be decided by from a moment on, or null
 */
public record Notice(
    @Nullable Share share,
    @Nullable ParentSeason season,
    @Nullable BlindSpan span,
    @Nullable Easing easing,
    @Nullable Opinion opinion,
    @Nullable Ruling ruling) {
  /** How the budget is shared on a day. */
  public static Notice of(Share share) {
    return new Notice(share, null, null, null, null, null);
  }

  static Notice of(ParentSeason season) {
    return new Notice(null, season, null, null, null, null);
  }

  /** A feed goes blind, or comes back. */
  public static Notice of(BlindSpan span) {
    return new Notice(null, null, span, null, null, null);
  }

  /** Less evidence suffices for a while. */
  public static Notice of(Easing easing) {
    return new Notice(null, null, null, easing, null, null);
  }

  /** An incident has been judged. */
  public static Notice of(Opinion opinion) {
    return new Notice(null, null, null, null, opinion, null);
  }

  /** Something is decided otherwise from now on. */
  public static Notice of(Ruling ruling) {
    return new Notice(null, null, null, null, null, ruling);
  }
}
