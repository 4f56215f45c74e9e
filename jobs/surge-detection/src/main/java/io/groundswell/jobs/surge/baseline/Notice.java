package io.groundswell.jobs.surge.baseline;

import org.jspecify.annotations.Nullable;

/**
 * What the scoring of every subject has to know: one of these.
 *
 * @param share how the budget is shared on a day, or null
 * @param season what a parent's season is like on a day, or null
 */
public record Notice(@Nullable Share share, @Nullable ParentSeason season) {
  static Notice of(Share share) {
    return new Notice(share, null);
  }

  static Notice of(ParentSeason season) {
    return new Notice(null, season);
  }
}
