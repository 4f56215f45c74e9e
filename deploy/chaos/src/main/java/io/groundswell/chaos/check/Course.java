package io.groundswell.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the topic of incidents tells of a product that breaks once.
 *
 * @param updates in their order
 */
public record Course(List<JsonNode> updates) {

  /** Up to now, by the topics of a job that watches invented products. */
  public static Course of(Path config, int product) {
    RunSettings settings = RunFile.read(config);
    Committed committed = new Committed(settings.kafka().brokers());
    return new Course(
        committed.values(settings.outputs().incidents()).stream()
            .map(Committed::parse)
            .filter(update -> update.path("kind").asText().equals("surge"))
            .filter(update -> Invented.position(productOf(update)) == product)
            .toList());
  }

  private static String productOf(JsonNode update) {
    return update.path("subject").path("product").asText();
  }

  /** Whether an incident is open. */
  public boolean open() {
    return !updates.isEmpty() && !over();
  }

  /** Whether the last word says that it is over. */
  public boolean over() {
    return !updates.isEmpty() && status(updates.get(updates.size() - 1)).equals("resolved");
  }

  private static String status(JsonNode update) {
    return update.path("status").asText();
  }

  /** Whether it is one incident from its beginning to its end, without a gap or a repeat. */
  public Finding whole() {
    Set<String> ids =
        updates.stream()
            .map(update -> update.path("incident_id").asText())
            .collect(Collectors.toSet());
    List<Integer> numbers =
        updates.stream().map(update -> update.path("sequence").asInt()).toList();
    long opened = updates.stream().filter(update -> status(update).equals("opened")).count();
    boolean counted = numbers.equals(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    return new Finding(
        "incident",
        ids.size() == 1 && opened == 1 && counted && over(),
        "%s opened %d times, updates %s, %s"
            .formatted(
                String.join(", ", ids), opened, numbers, over() ? "resolved" : "not resolved"));
  }
}
