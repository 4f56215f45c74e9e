package io.groundswell.domain.post;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a {@link Post} as a reader meets them; what is not set stays absent. */
public final class PostBuilder {
  private final String source;
  private final String id;
  private final long createdAt;
  private final boolean notice;
  private String text = "";
  private @Nullable String lang;
  private Author author = Author.UNKNOWN;
  private Geo geo = Geo.UNKNOWN;
  private final List<String> tags = new ArrayList<>();
  private @Nullable String repostOf;
  private @Nullable String inReplyTo;
  private @Nullable String url;
  private boolean deleted;
  private boolean withheld;

  PostBuilder(String source, String id, long createdAt, boolean notice) {
    this.source = source;
    this.id = id;
    this.createdAt = createdAt;
    this.notice = notice;
  }

  /** The post's words. */
  public PostBuilder text(String value) {
    text = value;
    return this;
  }

  /** BCP 47 language tag. */
  public PostBuilder lang(@Nullable String value) {
    lang = value;
    return this;
  }

  /** Who wrote it. */
  public PostBuilder author(Author value) {
    author = value;
    return this;
  }

  /** The place of posting. */
  public PostBuilder geo(Geo value) {
    geo = value;
    return this;
  }

  /** Adds labels that the source gives. */
  public PostBuilder tags(List<String> values) {
    tags.addAll(values);
    return this;
  }

  /** Ids of the post repeated and of the post answered. */
  public PostBuilder relations(@Nullable String repeated, @Nullable String answered) {
    repostOf = repeated;
    inReplyTo = answered;
    return this;
  }

  /** Where the post can be read. */
  public PostBuilder url(@Nullable String value) {
    url = value;
    return this;
  }

  /** Marks the post as withdrawn by its author. */
  public PostBuilder deleted(boolean value) {
    deleted = value;
    return this;
  }

  /** Marks the post as private, or withheld by its platform. */
  public PostBuilder withheld(boolean value) {
    withheld = value;
    return this;
  }

  /** The post. */
  public Post build() {
    return new Post(
        id,
        source,
        createdAt,
        text,
        lang,
        author,
        geo,
        List.copyOf(tags),
        repostOf,
        inReplyTo,
        url,
        deleted,
        withheld,
        notice);
  }
}
