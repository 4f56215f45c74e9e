package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.Times;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * X: posts of the filtered stream (API v2) with their expansions, and events of the compliance
 * stream. An edit is a new post whose history begins with the first one's id: that is its identity.
 */
final class XPosts extends NativePosts {
  private static final long serialVersionUID = 1;

  /** Ids count milliseconds from here, above their lower 22 bits. */
  private static final long EPOCH = 1_288_834_974_657L;

  private static final int ID_BITS = 22;
  private static final Set<String> NO_LANGUAGE =
      Set.of("und", "zxx", "art", "qam", "qct", "qht", "qme", "qst");
  private static final List<String> WITHDRAWALS = List.of("delete", "tweet_delete");

  /** A platform's hiding that may be lifted again, as when an account is suspended. */
  private static final List<String> HIDINGS = List.of("drop", "withheld", "status_withheld");

  private static final String[] EVENTS = {
    "delete", "tweet_delete", "drop", "withheld", "status_withheld"
  };
  private static final String[] EVENT = {
    "tweet.id", "tweets.id", "status.id", "status.id_str", "id", "event_at", "timestamp_ms"
  };
  private static final String[] NOTICES = {
    "errors",
    "connection_issue",
    "disconnect",
    "limit",
    "warning",
    "tweet_edit",
    "undrop",
    "scrub_geo",
    "user_delete",
    "user_undelete",
    "user_protect",
    "user_unprotect",
    "user_suspend",
    "user_unsuspend",
    "user_withheld"
  };

  XPosts() {
    super("x", wanted());
  }

  private static Wanted wanted() {
    Wanted wanted =
        Wanted.fields(NOTICES)
            .and("data", NOTICES)
            .and("data", "id", "text", "created_at", "author_id", "lang", "note_tweet.text")
            .and("data", "edit_history_tweet_ids", "geo.place_id", "geo.coordinates.coordinates")
            .and("data.referenced_tweets", "type", "id")
            .and("includes.users", "id", "username", "location", "protected", "withheld")
            .and("includes.users", "public_metrics.followers_count")
            .and("includes.places", "id", "country_code", "full_name", "place_type", "geo.bbox");
    for (String event : EVENTS) {
      wanted.and(event, EVENT).and("data." + event, EVENT);
    }
    return wanted;
  }

  @Override
  Post read(JsonNode record) throws UnreadableRecord {
    JsonNode data = record.path("data");
    if (data.has("id") || data.has("text")) {
      return post(data, record.path("includes"));
    }
    JsonNode event = data.isObject() ? data : record;
    for (String name : WITHDRAWALS) {
      if (event.has(name)) {
        return event(event.path(name), true);
      }
    }
    for (String name : HIDINGS) {
      if (event.has(name)) {
        return event(event.path(name), false);
      }
    }
    for (String name : NOTICES) {
      if (event.has(name) || record.has(name)) {
        return notice(Post.NO_TIME);
      }
    }
    String missing = data.isMissingNode() ? "data" : "data.id";
    throw new UnreadableRecord("missing-field", missing + " is missing");
  }

  private Post post(JsonNode data, JsonNode includes) throws UnreadableRecord {
    String id = Fields.required(data, "id", "data.id");
    JsonNode author = byId(includes.path("users"), data.path("author_id"));
    String handle = Fields.text(author.path("username"));
    return Post.of(source(), first(data.path("edit_history_tweet_ids"), id), createdAt(data))
        .text(words(data))
        .lang(language(data.path("lang")))
        .author(author(data, author))
        .geo(XPlaces.geo(data.path("geo"), includes.path("places")))
        .relations(related(data, "retweeted"), related(data, "replied_to"))
        .url("https://x.com/" + (handle == null ? "i" : handle) + "/status/" + id)
        .withheld(withheld(data, author))
        .build();
  }

  private static long createdAt(JsonNode data) throws UnreadableRecord {
    return Times.createdAt(Fields.required(data, "created_at", "data.created_at"));
  }

  /** {@code text} is cut off where a post is long. */
  private static String words(JsonNode data) throws UnreadableRecord {
    String whole = Fields.text(data.path("note_tweet").path("text"));
    return Entities.resolve(whole == null ? Fields.words(data, "text", "data.text") : whole);
  }

  private static @Nullable String language(JsonNode lang) {
    String tag = Fields.text(lang);
    return tag == null || NO_LANGUAGE.contains(tag) ? null : tag;
  }

  private static String first(JsonNode history, String id) {
    String first = Fields.text(history.path(0));
    return first == null ? id : first;
  }

  private static Author author(JsonNode data, JsonNode author) {
    return new Author(
        Fields.text(data.path("author_id")),
        Fields.text(author.path("username")),
        Fields.text(author.path("location")),
        Fields.count(author.path("public_metrics").path("followers_count")),
        false);
  }

  /** Withheld in some countries is withheld: where it is read is not known here. */
  private static boolean withheld(JsonNode data, JsonNode author) {
    return data.path("withheld").isObject()
        || author.path("withheld").isObject()
        || author.path("protected").asBoolean();
  }

  private static @Nullable String related(JsonNode data, String type) {
    for (JsonNode reference : data.path("referenced_tweets")) {
      if (type.equals(Fields.text(reference.path("type")))) {
        return Fields.text(reference.path("id"));
      }
    }
    return null;
  }

  /** The object with an id in a list that may also hold others, or empty lists. */
  static JsonNode byId(JsonNode list, JsonNode id) {
    String wanted = Fields.text(id);
    for (JsonNode item : list) {
      if (wanted != null && wanted.equals(Fields.text(item.path("id")))) {
        return item;
      }
    }
    return MissingNode.getInstance();
  }

  private Post event(JsonNode event, boolean withdrawal) throws UnreadableRecord {
    String id = id(event);
    long time = time(event, id);
    return withdrawal ? withdrawal(id, time) : Post.of(source(), id, time).withheld(true).build();
  }

  private static String id(JsonNode event) throws UnreadableRecord {
    for (String name : List.of("tweet", "tweets", "status")) {
      JsonNode post = event.path(name);
      JsonNode one = post.isArray() ? post.path(0) : post;
      String id = Fields.text(one.has("id_str") ? one.path("id_str") : one.path("id"));
      if (id != null) {
        return id;
      }
    }
    return Fields.required(event, "id", "id of the post");
  }

  /** When it happened, else a second after the post itself: that is the order they came in. */
  private static long time(JsonNode event, String id) {
    String at = Fields.text(event.path("event_at"));
    try {
      if (at != null) {
        return Times.millis(at);
      }
    } catch (DateTimeException e) {
      // As good as absent.
    }
    Long stamp = Fields.count(event.path("timestamp_ms"));
    if (stamp != null) {
      return stamp;
    }
    long made = Fields.momentOf(id, ID_BITS, EPOCH);
    return made == Post.NO_TIME ? made : made + 1000;
  }
}
