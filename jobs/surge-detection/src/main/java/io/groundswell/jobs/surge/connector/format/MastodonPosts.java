package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.Times;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mastodon: events of the streaming API, or statuses by themselves. Identity is the server's own id
 * and not the URI that all servers share, since a withdrawal names nothing else.
 */
final class MastodonPosts extends NativePosts {
  private static final long serialVersionUID = 1;

  /** Ids count milliseconds above their lower 16 bits, at random within the status's second. */
  private static final int ID_BITS = 16;

  private static final long SECOND = 1000;
  private static final Set<String> STATUSES = Set.of("update", "status.update");
  private static final Set<String> PUBLIC = Set.of("public", "unlisted");
  private static final String[] STATUS = {
    "id",
    "uri",
    "url",
    "created_at",
    "content",
    "spoiler_text",
    "visibility",
    "language",
    "in_reply_to_id",
    "reblog.id",
    "reblog.uri",
    "account.id",
    "account.acct",
    "account.bot",
    "account.followers_count"
  };
  private static final Wanted IN_PAYLOAD = Wanted.fields(STATUS);

  MastodonPosts() {
    super(
        "mastodon",
        Wanted.fields(STATUS).and("", "event").and("payload", STATUS).and("data", STATUS));
  }

  @Override
  Post read(JsonNode record) throws UnreadableRecord {
    JsonNode payload = record.path(record.has("payload") ? "payload" : "data");
    if (!record.has("event") && payload.isMissingNode()) {
      return status(record, "");
    }
    String event = Fields.required(record, "event", "event");
    if ("delete".equals(event)) {
      return withdrawal(payload);
    }
    if (!STATUSES.contains(event)) {
      return notice(Post.NO_TIME);
    }
    String json = Fields.text(payload);
    JsonNode status = json == null ? payload : IN_PAYLOAD.of(json);
    return status(status, "payload.");
  }

  private Post withdrawal(JsonNode payload) throws UnreadableRecord {
    String id = Fields.text(payload.isObject() ? payload.path("id") : payload);
    if (id == null) {
      throw new UnreadableRecord("missing-field", "payload is missing: the id of the status");
    }
    long made = Fields.momentOf(id, ID_BITS, 0);
    return withdrawal(id, made == Post.NO_TIME ? made : made + SECOND);
  }

  private Post status(JsonNode status, String path) throws UnreadableRecord {
    String uri = Fields.text(status.path("uri"));
    String id = status.has("id") || uri == null ? Fields.required(status, "id", path + "id") : uri;
    String url = Fields.text(status.path("url"));
    String visibility = Fields.text(status.path("visibility"));
    String time = Fields.required(status, "created_at", path + "created_at");
    return Post.of(source(), id, Times.createdAt(time))
        .text(words(status, path))
        .lang(Fields.text(status.path("language")))
        .author(author(status.path("account")))
        .relations(reblogged(status.path("reblog")), Fields.text(status.path("in_reply_to_id")))
        .url(url == null ? uri : url)
        .withheld(visibility != null && !PUBLIC.contains(visibility))
        .build();
  }

  /** The words of a content warning are the author's too. */
  private static String words(JsonNode status, String path) throws UnreadableRecord {
    String text = HtmlText.of(Fields.words(status, "content", path + "content"));
    String warning = Fields.text(status.path("spoiler_text"));
    return warning == null ? text : (warning + "\n\n" + text).strip();
  }

  private static Author author(JsonNode account) {
    return new Author(
        Fields.text(account.path("id")),
        Fields.text(account.path("acct")),
        null,
        Fields.count(account.path("followers_count")),
        account.path("bot").asBoolean());
  }

  private static @Nullable String reblogged(JsonNode reblog) {
    String uri = Fields.text(reblog.path("uri"));
    return uri == null ? Fields.text(reblog.path("id")) : uri;
  }
}
