package io.groundswell.jobs.surge.connector.format;

import io.groundswell.jobs.surge.connector.JsonPosts;
import io.groundswell.jobs.surge.connector.PostFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats in which posts come as JSON, one object a line or a record. */
public enum Format {
  /** Groundswell's own shape. */
  POST,
  /** X: API v2 filtered stream. */
  X,
  /** Bluesky: Jetstream. */
  BLUESKY,
  /** Mastodon: streaming API. */
  MASTODON,
  /** Reddit: comments and submissions. */
  REDDIT;

  /** What settings and the command line call them. */
  public static final List<String> LABELS = Arrays.stream(values()).map(Format::label).toList();

  /** The name in settings and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a record is read. */
  public PostFormat posts() {
    return switch (this) {
      case POST -> new JsonPosts();
      case X -> new XPosts();
      case BLUESKY -> new BlueskyPosts();
      case MASTODON -> new MastodonPosts();
      case REDDIT -> new RedditPosts();
    };
  }
}
