package io.groundswell.jobs.surge.scenario;

import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** What people say on any day: complaints and praise, in three languages, from four countries. */
final class UsualPosts {
  private static final String[] COUNTRIES = {"DE", "ES", "US", "GB"};
  private static final int DAYS_BEFORE = 4;

  private final Map<String, List<String>> sections = new HashMap<>();
  private final Random random = new Random(20_260_306);
  private int ids;

  private UsualPosts(Path file) throws IOException {
    List<String> section = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("== ")) {
        section = sections.computeIfAbsent(line.substring(3), key -> new ArrayList<>());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line.strip());
      }
    }
  }

  /**
   * Around the day of the stories, of the products of the stories.
   *
   * @param products and how many complaints an hour each has
   */
  static List<String> of(Path file, Map<String, Double> products) throws IOException {
    return of(file, products, Map.of());
  }

  /**
   * The same of other products.
   *
   * @param beginnings what complaints about them begin with
   */
  static List<String> of(
      Path file, Map<String, Double> products, Map<String, List<String>> beginnings)
      throws IOException {
    UsualPosts posts = new UsualPosts(file);
    posts.sections.putAll(beginnings);
    Instant day = Instant.parse(WrittenStory.DAY + "T00:00:00Z");
    Instant begin = day.minus(Duration.ofDays(DAYS_BEFORE));
    Instant end = day.plus(Duration.ofHours(28));
    List<String> records = new ArrayList<>();
    products.forEach(
        (product, perHour) -> {
          for (Instant at = posts.next(begin, perHour);
              at.isBefore(end);
              at = posts.next(at, perHour)) {
            records.add(posts.post(at, posts.complaint(product)));
          }
          for (Instant at = posts.next(begin, 2); at.isBefore(end); at = posts.next(at, 2)) {
            records.add(posts.post(at, "@" + product + " " + posts.one("praise")));
          }
        });
    return records;
  }

  private Instant next(Instant from, double perHour) {
    double hours = -Math.log(1 - random.nextDouble()) / perHour;
    return from.plusMillis(Math.max(1, (long) (hours * 3_600_000)));
  }

  private String complaint(String product) {
    return "@%s %s %s, %s, %s"
        .formatted(product, one(product), one("when"), one("and"), one("moreover"));
  }

  private String one(String section) {
    List<String> all = Objects.requireNonNull(sections.get(section), section);
    return all.get(random.nextInt(all.size()));
  }

  private String post(Instant at, String text) {
    String id = "usual" + ++ids;
    String country = COUNTRIES[random.nextInt(COUNTRIES.length)];
    String author = "u" + random.nextInt(1_000_000);
    return Json.object(
        json -> {
          json.writeStringField("id", id);
          json.writeStringField("source", "x");
          json.writeStringField("created_at", at.toString());
          json.writeStringField("text", text);
          json.writeObjectFieldStart("author");
          json.writeStringField("id", author);
          json.writeEndObject();
          json.writeObjectFieldStart("geo");
          json.writeStringField("country", country);
          json.writeEndObject();
        });
  }
}
