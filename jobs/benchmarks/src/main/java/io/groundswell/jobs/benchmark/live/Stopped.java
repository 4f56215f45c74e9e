package io.groundswell.jobs.benchmark.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.surge.connector.kafka.WholeTopic;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a stop.
 *
 * @param posts that the job missed
 * @param level seconds from its start until it was where the clock was
 * @param updates of incidents that it told, each once
 * @param unbroken what the job told that was never stopped
 */
public record Stopped(
    MissedHour.Plan plan,
    long posts,
    double level,
    Map<String, String> updates,
    Map<String, String> unbroken) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** So soon it has to have caught up, in seconds. */
  private static final int PROMISE = 300;

  static Stopped of(
      MissedHour.Plan plan,
      long posts,
      double level,
      Topics stopped,
      Topics unbroken,
      Instant ended) {
    return new Stopped(plan, posts, level, told(stopped, ended), told(unbroken, ended));
  }

  /** Updates of before the end, by what tells one from all others; they may come twice. */
  private static Map<String, String> told(Topics topics, Instant ended) {
    Map<String, String> told = new TreeMap<>();
    try (WholeTopic whole = new WholeTopic(topics.client())) {
      whole.read(topics.outputs().incidents(), record -> add(told, record.value(), ended));
    }
    return told;
  }

  private static void add(Map<String, String> told, String update, Instant ended) {
    try {
      JsonNode json = JSON.readTree(update);
      if (Instant.parse(json.path("updated_at").asText()).isBefore(ended)) {
        String identity = json.path("incident_id").asText() + " " + json.path("sequence").asText();
        // One that came twice and said two things is equal to none.
        told.merge(identity, update, (one, other) -> one.equals(other) ? one : one + other);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not one of our incidents: " + update, e);
    }
  }

  /** How many updates are the same, to the letter. */
  long equal() {
    return updates.entrySet().stream()
        .filter(update -> update.getValue().equals(unbroken.get(update.getKey())))
        .count();
  }

  /** Whether there are incidents, and they are those of the other job. */
  boolean same() {
    return !updates.isEmpty() && updates.equals(unbroken);
  }

  private static long incidents(Map<String, String> told) {
    return told.keySet().stream().map(key -> key.split(" ", 2)[0]).distinct().count();
  }

  /** For people. */
  public void print(PrintStream out) {
    line(
        out,
        "A stop of %,d s at %,.0f posts/s, a product in trouble every minute; on RocksDB",
        plan.stopped(),
        plan.perSecond());
    line(
        out,
        "%,d posts were missed; caught up %.1f s after the start, while more came: %s",
        posts,
        level,
        verdict(level <= PROMISE, "no later than " + PROMISE + " s"));
    line(
        out,
        "%,d incidents with %,d updates, without the stop %,d with %,d; %,d updates are the same: %s",
        incidents(updates),
        updates.size(),
        incidents(unbroken),
        unbroken.size(),
        equal(),
        verdict(same(), "those of an unbroken run"));
    first(out);
  }

  private void first(PrintStream out) {
    Map<String, String> all = new TreeMap<>(unbroken);
    updates.forEach(all::putIfAbsent);
    all.keySet().stream()
        .filter(key -> !updates.getOrDefault(key, "").equals(unbroken.getOrDefault(key, "")))
        .findFirst()
        .ifPresent(
            key ->
                line(
                    out,
                    "the first that differs:%n    stopped  %s%n    unbroken %s",
                    updates.get(key),
                    unbroken.get(key)));
  }

  private static String verdict(boolean held, String what) {
    return (held ? "held (" : "NOT HELD (") + what + ")";
  }

  private static void line(PrintStream out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
