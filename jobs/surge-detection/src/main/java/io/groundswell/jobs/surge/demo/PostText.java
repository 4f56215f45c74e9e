package io.groundswell.jobs.surge.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.demo.Company.Product;
import io.groundswell.jobs.surge.demo.Company.Region;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Posts as the records that the job reads. */
final class PostText {
  private static final List<String> SOURCES =
      List.of("x", "x", "x", "x", "bluesky", "mastodon", "reddit", "forum", "forum", "review");
  private static final int AUTHORS = 400_000;
  private static final int LATE = 250;
  private static final long LATEST = 4 * Story.MINUTE;

  private final Sentences sentences;

  PostText(Sentences sentences) {
    this.sentences = sentences;
  }

  /** What a post is, as only the one knows who made it up. */
  enum Kind {
    /** Reports a problem. */
    COMPLAINT,
    /** Does not. */
    CHATTER,
    /** Only sounds as if it did, or not even that. */
    JOKE
  }

  String record(
      String id,
      Kind kind,
      Product product,
      String about,
      Region region,
      long minute,
      boolean repost,
      Dice dice) {
    String source = dice.of(SOURCES);
    long late = dice.oneIn(LATE) ? (long) (dice.uniform() * LATEST) : 0;
    long time = minute + (long) (dice.uniform() * Story.MINUTE) - late;
    String text = sentence(kind, product, about, dice);
    return Json.object(
        json -> {
          json.writeStringField("id", id);
          json.writeStringField("source", source);
          json.writeStringField("created_at", Instant.ofEpochMilli(time).toString());
          json.writeStringField("text", text);
          if (source.equals("forum") && !product.name().isEmpty()) {
            json.writeArrayFieldStart("tags");
            json.writeString("wintlemoor-" + product.id());
            json.writeEndArray();
          }
          if (repost) {
            json.writeStringField("repost_of", Integer.toString(dice.below(AUTHORS), 36));
          }
          author(json, region, dice);
        });
  }

  private String sentence(Kind kind, Product product, String about, Dice dice) {
    String name = product.name().isEmpty() ? "" : name(product, dice);
    return switch (kind) {
      case COMPLAINT -> sentences.complaint(about, name, dice);
      case CHATTER -> sentences.chatter(product.id(), name, dice);
      case JOKE -> sentences.joke(product.id(), name, dice);
    };
  }

  private static String name(Product product, Dice dice) {
    return switch (dice.below(7)) {
      case 0, 1, 2 -> "@" + Company.NAME + product.name();
      case 3 -> "#" + Company.NAME + product.name();
      case 4 ->
          Company.NAME.toLowerCase(Locale.ROOT) + " " + product.name().toLowerCase(Locale.ROOT);
      default -> Company.NAME + " " + product.name();
    };
  }

  /** Most say where they are: by their place, or in their own words. */
  private static void author(JsonGenerator json, Region region, Dice dice) throws IOException {
    double known = dice.uniform();
    json.writeObjectFieldStart("author");
    json.writeStringField("id", "u" + dice.below(AUTHORS));
    if (known > 0.35 && known < 0.5) {
      json.writeStringField("location", region.place());
    }
    json.writeEndObject();
    if (known <= 0.35) {
      json.writeObjectFieldStart("geo");
      json.writeStringField("country", region.country());
      if (region.id().length() > 2) {
        json.writeStringField("region", region.id());
      }
      json.writeEndObject();
    }
  }
}
