package io.groundswell.jobs.surge.evaluate.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.Times;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the incidents that the main job wrote. */
public final class IncidentFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private IncidentFile() {}

  /** The incidents of a file of updates, in the order of their first ones. */
  public static List<ToldIncident> read(Path file) throws IOException {
    Map<String, List<JsonNode>> incidents = new LinkedHashMap<>();
    try (BufferedReader lines = LocalFiles.reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode update = JSON.readTree(line);
        incidents
            .computeIfAbsent(update.get("incident_id").asText(), id -> new ArrayList<>())
            .add(update);
      }
    }
    return incidents.values().stream().map(IncidentFile::incident).toList();
  }

  private static ToldIncident incident(List<JsonNode> updates) {
    JsonNode first = updates.get(0);
    Subject subject = subject(first.get("subject"));
    return new ToldIncident(
        first.get("incident_id").asText(),
        first.get("kind").asText(),
        subject.key(),
        first.get("severity").asText(),
        first.get("title").asText(),
        time(first, "detected_at"),
        updates.stream().map(update -> update(subject, update)).toList());
  }

  private static ToldUpdate update(Subject subject, JsonNode update) {
    return new ToldUpdate(
        update.get("status").asText(),
        time(update, "updated_at"),
        members(subject, update.get("blast_radius")),
        grounds(update));
  }

  /** What texts have added, and to reach what, is told where they can add anything. */
  private static Grounds grounds(JsonNode update) {
    return new Grounds(
        update.path("pattern").asText(),
        update.path("evidence").asDouble(),
        update.path("texts").asDouble(),
        update.path("threshold").asDouble());
  }

  private static long time(JsonNode update, String field) {
    return Times.millis(update.get(field).asText());
  }

  private static Subject subject(JsonNode subject) {
    return new Subject(
        text(subject, "product"),
        text(subject, "component"),
        text(subject, "region"),
        text(subject, "term"));
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  /** The members' keys; a part of no known product has none. */
  private static Set<String> members(Subject incident, @Nullable JsonNode radius) {
    Set<String> keys = new TreeSet<>();
    if (radius == null) {
      return keys;
    }
    String product = incident.product();
    for (JsonNode region : radius.path("regions")) {
      keys.add(new Subject(product, null, region.get("id").asText(), null).key());
    }
    if (product != null) {
      for (JsonNode component : radius.path("components")) {
        keys.add(Subject.component(product, component.get("id").asText()).key());
      }
    }
    for (JsonNode part : radius.path("products")) {
      keys.add(Subject.product(part.get("id").asText()).key());
    }
    return keys;
  }
}
