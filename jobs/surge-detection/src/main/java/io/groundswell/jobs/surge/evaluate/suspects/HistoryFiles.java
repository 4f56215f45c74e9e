package io.groundswell.jobs.surge.evaluate.suspects;

import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.evaluate.brigade.People;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes the posts and the change events of a history as the main job reads them. */
final class HistoryFiles {
  /** Complaints an hour about each product, before, meanwhile and after. */
  private static final double USUAL_AN_HOUR = 2;

  private final History history;
  private final Random random;
  private final People people;
  private int spoken;

  HistoryFiles(History history, long seed) {
    this.history = history;
    this.random = new Random(~seed);
    this.people = new People(seed);
  }

  void write(Path posts, Path changes) throws IOException {
    try (Writer out = LocalFiles.writer(posts.toString())) {
      for (int product = 0; product < history.size().products(); product++) {
        String id = History.product(product);
        complain(out, id, null, null, History.BEGIN, history.end(), USUAL_AN_HOUR / 60);
      }
      for (Fault fault : history.faults()) {
        Instant until = fault.from().plus(Fault.LASTS);
        complain(
            out,
            fault.product(),
            fault.component(),
            fault.country(),
            fault.from(),
            until,
            fault.perMinute());
      }
    }
    try (Writer out = LocalFiles.writer(changes.toString())) {
      for (Made made : history.changes()) {
        out.write(change(made) + "\n");
      }
    }
  }

  private void complain(
      Writer out,
      String product,
      @Nullable String component,
      @Nullable String country,
      Instant from,
      Instant until,
      double perMinute)
      throws IOException {
    double seconds = 0;
    while (true) {
      seconds -= 60 / perMinute * Math.log(1 - random.nextDouble());
      Instant at = from.plusMillis((long) (1000 * seconds));
      if (!at.isBefore(until)) {
        return;
      }
      String where =
          country == null
              ? History.COUNTRIES.get(random.nextInt(History.COUNTRIES.size()))
              : country;
      out.write(post(at, product, component, where) + "\n");
    }
  }

  private String post(Instant at, String product, @Nullable String component, String country) {
    String id = "post-" + spoken;
    String text = people.says(spoken++);
    return Json.object(
        json -> {
          json.writeStringField("id", id);
          json.writeStringField("source", "forum");
          json.writeStringField("created_at", at.toString());
          json.writeStringField("text", text);
          json.writeObjectFieldStart("author");
          json.writeStringField("id", id);
          json.writeEndObject();
          json.writeObjectFieldStart("geo");
          json.writeStringField("country", country);
          json.writeEndObject();
          json.writeArrayFieldStart("tags");
          json.writeString(product);
          if (component != null) {
            json.writeString(History.tag(product, component));
          }
          json.writeEndArray();
        });
  }

  private static String change(Made made) {
    return Json.object(
        json -> {
          json.writeStringField("id", made.id());
          json.writeStringField("at", made.at().toString());
          json.writeStringField("kind", made.kind());
          json.writeStringField("product", made.product());
          json.writeStringField("component", made.component());
          json.writeArrayFieldStart("regions");
          if (made.country() != null) {
            json.writeString(made.country());
          }
          json.writeEndArray();
          json.writeStringField("summary", "release " + made.id());
        });
  }
}
