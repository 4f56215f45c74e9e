package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.connector.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the company changes: something every few days, and on the day what breaks its cards. */
final class Changes {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Minutes before it breaks, in which the change is made that breaks it. */
  private static final long BEFORE = 4;

  private final Map<Long, List<String>> byMinute = new TreeMap<>();
  private int made;

  Changes(Story story) {
    for (long day = story.day() - DAY; day >= story.begin(); day -= 3 * DAY) {
      add(day + Duration.ofHours(10).toMillis(), "deploy", "pay", "", List.of(), "Pay app");
      add(day - Duration.ofHours(9).toMillis(), "config", "mobile", "", List.of(), "Cell plan");
      add(day + Duration.ofHours(13).toMillis(), "deploy", "tv", "player", List.of(), "Player");
    }
    Story.Surge cards = story.surges().get(0);
    List<String> there = cards.regions().stream().sorted().toList();
    long breaks = cards.from() - BEFORE * Story.MINUTE;
    add(breaks, "deploy", cards.product(), cards.component(), there, "Card rules 4.2");
    add(cards.until() - Story.MINUTE, "rollback", cards.product(), "", there, "Card rules 4.1");
    Story.Surge network = story.surges().get(1);
    long after = network.from() + 10 * Story.MINUTE;
    add(after, "deploy", network.product(), "", List.of(), "Tariff pages");
  }

  private void add(
      long at,
      String kind,
      String product,
      String component,
      List<String> regions,
      String summary) {
    String id = "change-" + ++made;
    String record =
        Json.object(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField("at", Instant.ofEpochMilli(at).toString());
              json.writeStringField("kind", kind);
              json.writeStringField("product", product);
              json.writeStringField("component", component);
              json.writeArrayFieldStart("regions");
              for (String region : regions) {
                json.writeString(region);
              }
              json.writeEndArray();
              json.writeStringField("summary", summary);
            });
    byMinute.computeIfAbsent(at / Story.MINUTE, minute -> new ArrayList<>()).add(record);
  }

  /** Those of the minute that begins at {@code time}, as the job reads them. */
  List<String> minute(long time) {
    return byMinute.getOrDefault(time / Story.MINUTE, List.of());
  }
}
