package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.post.PostBuilder;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reddit: comments ({@code t1}) and submissions ({@code t3}), in their envelope or by themselves. A
 * text that is gone says by whom: the author, or somebody with power over it.
 */
final class RedditPosts extends NativePosts {
  private static final long serialVersionUID = 1;

  private static final String COMMENT = "t1";
  private static final String SUBMISSION = "t3";
  private static final String DELETED = "[deleted]";
  private static final Set<String> REMOVED = Set.of("[removed]", "[removed by moderator]");
  private static final String SITE = "https://www.reddit.com";
  private static final String[] THING = {
    "id",
    "name",
    "body",
    "title",
    "selftext",
    "created_utc",
    "author",
    "subreddit",
    "subreddit_name_prefixed",
    "subreddit_type",
    "parent_id",
    "link_id",
    "distinguished",
    "permalink",
    "crosspost_parent",
    "removed_by_category"
  };

  RedditPosts() {
    super("reddit", Wanted.fields(THING).and("", "kind").and("data", THING));
  }

  @Override
  Post read(JsonNode record) throws UnreadableRecord {
    boolean inEnvelope = record.has("data");
    JsonNode thing = inEnvelope ? record.path("data") : record;
    String kind = kind(record, thing);
    if (!COMMENT.equals(kind) && !SUBMISSION.equals(kind)) {
      return notice(Post.NO_TIME);
    }
    String path = inEnvelope ? "data." : "";
    String id = Fields.text(thing.path("name"));
    PostBuilder post =
        Post.of(
                source(),
                id == null ? kind + "_" + Fields.required(thing, "id", path + "id") : id,
                createdAt(thing, path))
            .author(author(thing))
            .tags(tags(thing))
            .relations(Fields.text(thing.path("crosspost_parent")), answered(thing))
            .url(url(thing));
    return COMMENT.equals(kind) ? comment(post, thing, path) : submission(post, thing, path);
  }

  private static String kind(JsonNode record, JsonNode thing) throws UnreadableRecord {
    String kind = Fields.text(record.path("kind"));
    if (kind != null) {
      return kind;
    }
    String name = Fields.text(thing.path("name"));
    if (name != null && name.indexOf('_') > 0) {
      return name.substring(0, name.indexOf('_'));
    }
    if (thing.has("body") || thing.has("title")) {
      return thing.has("body") ? COMMENT : SUBMISSION;
    }
    throw new UnreadableRecord("missing-field", "kind is missing, and no body or title tells it");
  }

  /** {@code created} is shifted by the time zone of whoever asked, and no time at all. */
  private static long createdAt(JsonNode thing, String path) throws UnreadableRecord {
    String seconds = Fields.required(thing, "created_utc", path + "created_utc");
    double millis = Fields.number(thing.path("created_utc")) * 1000;
    if (!(Math.abs(millis) < 1e15)) {
      throw new UnreadableRecord(
          "bad-time", path + "created_utc is no time in seconds: " + seconds);
    }
    return Math.round(millis);
  }

  private static Post comment(PostBuilder post, JsonNode thing, String path)
      throws UnreadableRecord {
    String body = Fields.words(thing, "body", path + "body");
    return finish(post, thing, body, RedditText.of(body));
  }

  private static Post submission(PostBuilder post, JsonNode thing, String path)
      throws UnreadableRecord {
    String title = Entities.resolve(Fields.required(thing, "title", path + "title"));
    String selftext = Fields.text(thing.path("selftext"));
    String more = selftext == null ? "" : selftext;
    return finish(post, thing, more, (title + "\n\n" + RedditText.of(more)).strip());
  }

  /** Of what is gone nothing is kept, not even the title that stays behind. */
  private static Post finish(PostBuilder post, JsonNode thing, String body, String text) {
    String remover = Fields.text(thing.path("removed_by_category"));
    boolean byAuthor =
        DELETED.equals(body) || "deleted".equals(remover) || "author".equals(remover);
    boolean byOthers = !byAuthor && (remover != null || isRemoved(body));
    boolean isPrivate = "private".equals(Fields.text(thing.path("subreddit_type")));
    return post.text(byAuthor || byOthers ? "" : text)
        .deleted(byAuthor)
        .withheld(byOthers || isPrivate)
        .build();
  }

  private static boolean isRemoved(String body) {
    return body.startsWith("[")
        && (REMOVED.contains(body) || body.toLowerCase(Locale.ROOT).startsWith("[ removed by "));
  }

  private static Author author(JsonNode thing) {
    String name = Fields.text(thing.path("author"));
    if (name == null || DELETED.equals(name)) {
      return Author.UNKNOWN;
    }
    return new Author(name, name, null, null, isAutomated(name, thing));
  }

  /** Other bots of moderators say what they are in every comment. */
  private static boolean isAutomated(String name, JsonNode thing) {
    String body = Fields.text(thing.path("body"));
    boolean moderator = "moderator".equals(Fields.text(thing.path("distinguished")));
    return "AutoModerator".equals(name)
        || (moderator && body != null && body.toLowerCase(Locale.ROOT).contains("i am a bot"));
  }

  private static List<String> tags(JsonNode thing) {
    String prefixed = Fields.text(thing.path("subreddit_name_prefixed"));
    String name = Fields.text(thing.path("subreddit"));
    String tag = prefixed == null && name != null ? "r/" + name : prefixed;
    return tag == null ? List.of() : List.of(tag.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String answered(JsonNode thing) {
    String parent = Fields.text(thing.path("parent_id"));
    return parent == null ? Fields.text(thing.path("link_id")) : parent;
  }

  private static @Nullable String url(JsonNode thing) {
    String permalink = Fields.text(thing.path("permalink"));
    if (permalink != null) {
      return permalink.startsWith("/") ? SITE + permalink : permalink;
    }
    String id = Fields.text(thing.path("id"));
    String link = Fields.text(thing.path("link_id"));
    if (id == null) {
      return null;
    }
    return link == null || !link.startsWith("t3_")
        ? SITE + "/comments/" + id
        : SITE + "/comments/" + link.substring(3) + "/_/" + id;
  }
}
