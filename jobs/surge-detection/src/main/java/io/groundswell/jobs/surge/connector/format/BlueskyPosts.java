package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.post.PostBuilder;
import io.groundswell.jobs.surge.connector.Times;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.time.DateTimeException;

/**
 * Bluesky: events of Jetstream. Clients say when they made a post, and may say anything: the
 * relay's own time is the latest that is believed, and a day before it the earliest.
 */
final class BlueskyPosts extends NativePosts {
  private static final long serialVersionUID = 1;

  private static final String POST = "app.bsky.feed.post";
  private static final String REPOST = "app.bsky.feed.repost";
  private static final long MICROS = 1000;

  /** Posts that claim to be older were imported from elsewhere: they are new here. */
  private static final long OLDEST_CLAIM = 24 * 3_600_000L;

  BlueskyPosts() {
    super(
        "bluesky",
        Wanted.fields("kind", "did", "time_us")
            .and("commit", "operation", "collection", "rkey")
            .and("commit.record", "text", "createdAt", "langs", "reply.parent.uri", "subject.uri")
            .and("commit.record.facets.index", "byteStart", "byteEnd")
            .and("commit.record.facets.features", "$type", "uri", "tag"));
  }

  @Override
  Post read(JsonNode record) throws UnreadableRecord {
    long time = time(record);
    if (!"commit".equals(Fields.required(record, "kind", "kind"))) {
      return notice(time);
    }
    JsonNode commit = record.path("commit");
    String collection = Fields.required(commit, "collection", "commit.collection");
    String operation = Fields.required(commit, "operation", "commit.operation");
    boolean written = "create".equals(operation) || "update".equals(operation);
    if (POST.equals(collection) && written) {
      return post(record, commit, time);
    }
    if (POST.equals(collection) && "delete".equals(operation)) {
      return withdrawal(id(record, commit), time);
    }
    return REPOST.equals(collection) && written ? repost(record, commit, time) : notice(time);
  }

  private static long time(JsonNode record) throws UnreadableRecord {
    String micros = Fields.required(record, "time_us", "time_us");
    try {
      return Long.parseLong(micros) / MICROS;
    } catch (NumberFormatException e) {
      throw new UnreadableRecord("bad-time", "time_us is no time in microseconds: " + micros);
    }
  }

  private Post post(JsonNode event, JsonNode commit, long time) throws UnreadableRecord {
    JsonNode record = commit.path("record");
    String text = Fields.words(record, "text", "commit.record.text");
    return common(event, commit, createdAt(record, time))
        .text(Facets.restore(text, record.path("facets")))
        .lang(Fields.text(record.path("langs").path(0)))
        .relations(null, Fields.text(record.path("reply").path("parent").path("uri")))
        .url(
            "https://bsky.app/profile/%s/post/%s"
                .formatted(event.path("did").textValue(), commit.path("rkey").textValue()))
        .build();
  }

  private Post repost(JsonNode event, JsonNode commit, long time) throws UnreadableRecord {
    JsonNode subject = commit.path("record").path("subject");
    return common(event, commit, createdAt(commit.path("record"), time))
        .relations(Fields.required(subject, "uri", "commit.record.subject.uri"), null)
        .build();
  }

  private PostBuilder common(JsonNode event, JsonNode commit, long createdAt)
      throws UnreadableRecord {
    return Post.of(source(), id(event, commit), createdAt)
        .author(Author.of(event.path("did").textValue(), null));
  }

  private static String id(JsonNode event, JsonNode commit) throws UnreadableRecord {
    return "at://"
        + Fields.required(event, "did", "did")
        + "/"
        + commit.path("collection").textValue()
        + "/"
        + Fields.required(commit, "rkey", "commit.rkey");
  }

  private static long createdAt(JsonNode record, long time) {
    String claim = Fields.text(record.path("createdAt"));
    if (claim == null) {
      return time;
    }
    try {
      long claimed = Times.millis(claim);
      return claimed > time || claimed < time - OLDEST_CLAIM ? time : claimed;
    } catch (DateTimeException e) {
      return time;
    }
  }
}
