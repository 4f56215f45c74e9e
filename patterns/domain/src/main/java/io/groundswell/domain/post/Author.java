package io.groundswell.domain.post;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a post, as far as its source tells.
 *
 * @param id the author's id within the post's source, or null
 * @param handle the name by which others address the author there, without {@code @}, or null
 * @param location free text from the author's profile, or null
 * @param followers how many follow the author, 0 or more, or null
 * @param automated the source says that a machine writes here
 */
public record Author(
    @Nullable String id,
    @Nullable String handle,
    @Nullable String location,
    @Nullable Long followers,
    boolean automated) {
  /** Nobody is named. */
  public static final Author UNKNOWN = of(null, null);

  /** Somebody of whom only id and location are known, or null. */
  public static Author of(@Nullable String id, @Nullable String location) {
    return new Author(id, null, location, null, false);
  }
}
