package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields of a post as they are met in a record, by their names in the contract. */
final class PostFields {
  private static final Set<String> OBJECTS = Set.of("author", "geo");
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "source",
          "created_at",
          "text",
          "lang",
          "author.id",
          "author.handle",
          "author.location",
          "author.followers",
          "author.automated",
          "geo.country",
          "geo.region",
          "geo.lat",
          "geo.lon",
          "repost_of",
          "in_reply_to",
          "url",
          "deleted");

  private final Map<String, String> values = new HashMap<>();
  private List<String> tags = List.of();

  static boolean isObject(String name) {
    return OBJECTS.contains(name);
  }

  /** Takes a scalar as text; null stands for an object or a list where none belongs. */
  void set(String name, String value) throws UnreadableRecord {
    boolean scalar = NAMES.contains(name);
    if (scalar && value != null) {
      values.put(name, value);
    } else if (scalar || OBJECTS.contains(name) || "tags".equals(name)) {
      throw new UnreadableRecord("wrong-type", name + " has the wrong type");
    }
  }

  void setTags(List<String> values) {
    tags = values;
  }

  Post post() throws UnreadableRecord {
    boolean deleted = "true".equals(values.get("deleted"));
    String text = deleted ? values.getOrDefault("text", "") : required("text");
    return Post.of(
            present("source").toLowerCase(Locale.ROOT),
            present("id"),
            Times.createdAt(present("created_at")))
        .text(text)
        .lang(optional("lang"))
        .author(author())
        .geo(geo())
        .tags(tags)
        .relations(optional("repost_of"), optional("in_reply_to"))
        .url(optional("url"))
        .deleted(deleted)
        .build();
  }

  private Author author() throws UnreadableRecord {
    Double followers = number("author.followers", 0, Long.MAX_VALUE);
    return new Author(
        optional("author.id"),
        optional("author.handle"),
        optional("author.location"),
        followers == null ? null : followers.longValue(),
        "true".equalsIgnoreCase(values.get("author.automated")));
  }

  /** Half a coordinate is no place. */
  private Geo geo() throws UnreadableRecord {
    Double lat = number("geo.lat", -90, 90);
    Double lon = number("geo.lon", -180, 180);
    boolean point = lat != null && lon != null;
    return new Geo(
        optional("geo.country"),
        optional("geo.region"),
        point ? lat : null,
        point ? lon : null,
        null);
  }

  private Double number(String name, double least, double most) throws UnreadableRecord {
    String text = optional(name);
    if (text == null) {
      return null;
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UnreadableRecord("wrong-type", name + " is not a number: " + text);
    }
    if (!(value >= least && value <= most)) {
      throw new UnreadableRecord("bad-value", name + " is out of range: " + text);
    }
    return value;
  }

  private String required(String name) throws UnreadableRecord {
    String value = values.get(name);
    if (value == null) {
      throw new UnreadableRecord("missing-field", name + " is missing");
    }
    return value;
  }

  private String present(String name) throws UnreadableRecord {
    String value = required(name);
    if (value.isEmpty()) {
      throw new UnreadableRecord("missing-field", name + " is empty");
    }
    return value;
  }

  private String optional(String name) {
    String value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
