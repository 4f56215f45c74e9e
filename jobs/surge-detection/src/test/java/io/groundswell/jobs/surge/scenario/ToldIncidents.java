package io.groundswell.jobs.surge.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was told on a story's day, by product. */
final class ToldIncidents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, List<JsonNode>> incidents = new LinkedHashMap<>();
  private final ObjectNode whole = JSON.createObjectNode();

  /**
   * Of what a run wrote.
   *
   * @param lines of {@code incidents.ndjson}
   */
  ToldIncidents(List<String> lines) throws JsonProcessingException {
    for (String kind : List.of("surge", "chatter", "campaign", "blind")) {
      whole.putArray(kind);
    }
    for (String line : lines) {
      JsonNode update = JSON.readTree(line);
      String kind = update.path("kind").asText();
      String id = update.path("incident_id").asText();
      String name = kind.equals("surge") ? product(update) : kind + " " + product(update);
      List<JsonNode> known = incidents.computeIfAbsent(name, key -> new ArrayList<>());
      if (known.stream().noneMatch(one -> one.path("incident_id").asText().equals(id))) {
        ((ArrayNode) whole.path(kind)).add(product(update));
      }
      known.add(update);
    }
  }

  private static String product(JsonNode update) {
    return update.path("subject").path("product").asText().replace("chatter:", "");
  }

  /** How many surges of a product were told. */
  long count(String product) {
    return whole.path("surge").valueStream().filter(one -> one.asText().equals(product)).count();
  }

  /** The updates that an expectation is about; of the story as a whole one of our own. */
  List<JsonNode> updates(String about) {
    if (about.isEmpty()) {
      return List.of(whole);
    }
    for (Map.Entry<String, List<JsonNode>> one : incidents.entrySet()) {
      if (about.startsWith(one.getKey() + " ")) {
        return updates(one.getValue(), about.substring(one.getKey().length() + 1));
      }
    }
    return List.of();
  }

  private static List<JsonNode> updates(List<JsonNode> all, String when) {
    return switch (when) {
      case "as it opened" -> all.subList(0, 1);
      case "throughout" -> all;
      case "at the end" -> all.subList(all.size() - 1, all.size());
      default -> asItStood(all, when.substring("at ".length()));
    };
  }

  /** The last update up to a time of the day. */
  private static List<JsonNode> asItStood(List<JsonNode> all, String time) {
    Instant then = Instant.parse("%sT%s:00Z".formatted(WrittenStory.DAY, time));
    long told =
        all.stream()
            .filter(update -> !Instant.parse(update.path("updated_at").asText()).isAfter(then))
            .count();
    return told == 0 ? List.of() : List.of(all.get((int) told - 1));
  }

  @Override
  public String toString() {
    return incidents.isEmpty()
        ? "nothing was told"
        : incidents.values().stream()
            .map(updates -> updates.get(0).path("title").asText())
            .collect(Collectors.joining("; ", "told were: ", ""));
  }
}
