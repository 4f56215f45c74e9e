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
 * @param authorId the author's id within {@code source}, or null
 * @param authorLocation free text from the author's profile, or null
 * @param country ISO 3166-1 alpha-2, upper case, of the place of posting, or null
 * @param region ISO 3166-2, upper case, of the place of posting, or null
 * @param tags labels that the source gives (a forum's product and topic); may be empty
 * @param repostOf id of the post that this one repeats, or null
 * @param inReplyTo id of the post that this one answers, or null
 * @param url where it can be read, or null
 * @param deleted the author withdrew post {@code id}
 */
public record Post(
    String id,
    String source,
    long createdAt,
    String text,
    @Nullable String lang,
    @Nullable String authorId,
    @Nullable String authorLocation,
    @Nullable String country,
    @Nullable String region,
    List<String> tags,
    @Nullable String repostOf,
    @Nullable String inReplyTo,
    @Nullable String url,
    boolean deleted) {

  /** A builder with empty text and no optional field set. */
  public static PostBuilder of(String source, String id, long createdAt) {
    return new PostBuilder(source, id, createdAt);
  }
}
