package io.groundswell.domain.answer;

import org.jspecify.annotations.Nullable;

/**
 * How people stand to an incident.
 *
 * @param mutedBy the mute that holds back its pages, or null
 * @param acknowledged who has taken it on, and when, or null
 * @param verdict the last word on what it was, or null
 */
public record Standing(
    @Nullable Mute mutedBy, @Nullable Verdict acknowledged, @Nullable Verdict verdict) {
  /** Nobody has said anything. */
  public static final Standing NONE = new Standing(null, null, null);
}
