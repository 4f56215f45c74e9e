package io.groundswell.domain.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One public post, as every source delivers it once its format has been read.
 *
 * @param id unique within {@code source}; not empty
 * @param source where it was posted, lower case ({@code x}, {@code forum}, …); not empty
 * @param createdAt event time, in milliseconds since 1970-01-01T00:00Z; {@link #NO_TIME} only where
 *     the source tells of a withdrawal, a hiding or a notice without saying when
 * @param text may be empty, never null
 * @param lang BCP 47 language tag, or null where the source gives none
 * @param author who wrote it; {@link Author#UNKNOWN} where the source does not say
 * @param geo where it was posted; {@link Geo#UNKNOWN} where the source does not say
 * @param tags labels that the source gives (a forum's product and topic); may be empty
 * @param repostOf id of the post that this one repeats, or null
 * @param inReplyTo id of the post that this one answers, or null
 * @param url where it can be read, or null
 * @param deleted the author withdrew post {@code id}
 * @param withheld it is private, or its platform withholds it
 * @param notice no post at all but a sign that its source lives: a like, a follow, a keep-alive;
 *     {@code id} is then empty
 */
public record Post(
    String id,
    String source,
    long createdAt,
    String text,
    @Nullable String lang,
    Author author,
    Geo geo,
    List<String> tags,
    @Nullable String repostOf,
    @Nullable String inReplyTo,
    @Nullable String url,
    boolean deleted,
    boolean withheld,
    boolean notice) {
  /** The time of what has none. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** A builder with empty text and no optional field set. */
  public static PostBuilder of(String source, String id, long createdAt) {
    return new PostBuilder(source, id, createdAt, false);
  }

  /** A sign that a source lives, and nothing else. */
  public static Post noticeOf(String source, long createdAt) {
    return new PostBuilder(source, "", createdAt, true).build();
  }

  /** The same at a time. */
  public Post at(long time) {
    return new Post(
        id, source, time, text, lang, author, geo, tags, repostOf, inReplyTo, url, deleted,
        withheld, notice);
  }
}
