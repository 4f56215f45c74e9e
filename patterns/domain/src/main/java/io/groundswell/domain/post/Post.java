package io.groundswell.domain.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One public post, as every source delivers it once its format has been read.
 *
 * @param id unique within {@code source}; not empty
 * @param source where it was posted, lower case ({@code x}, {@code forum}, …); not empty
 * @param createdAt event time, in milliseconds since 1970-01-01T00:00Z
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
    boolean withheld) {

  /** A builder with empty text and no optional field set. */
  public static PostBuilder of(String source, String id, long createdAt) {
    return new PostBuilder(source, id, createdAt);
  }
}
