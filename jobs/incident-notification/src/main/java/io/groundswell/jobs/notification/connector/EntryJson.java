package io.groundswell.jobs.notification.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.delivery.Entry.Outcome;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.Times;
import java.time.DateTimeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Entries of the topic {@code deliveries}. */
public final class EntryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EntryJson() {}

  /** An entry on one line. */
  public static String write(Entry entry) {
    return Json.object(
        json -> {
          json.writeStringField("destination", entry.destination());
          json.writeStringField("incident_id", entry.incidentId());
          json.writeNumberField("sequence", entry.sequence());
          json.writeStringField("outcome", entry.outcome().label());
          json.writeBooleanField("open", entry.open());
          json.writeBooleanField("acknowledged", entry.acknowledged());
          json.writeStringField("reference", entry.reference());
          json.writeNumberField("attempts", entry.attempts());
          json.writeStringField(
              "first_at", entry.firstAt() == 0 ? null : Json.time(entry.firstAt()));
          json.writeStringField("at", Json.time(entry.at()));
          json.writeStringField("severity", entry.severity());
          json.writeStringField("owner", entry.owner());
          json.writeStringField("reason", entry.reason());
          json.writeStringField("notice", entry.notice());
        });
  }

  /** The entry that a line holds, or null where it holds none. */
  public static @Nullable Entry read(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return json == null || !json.path("incident_id").isTextual() ? null : entry(json);
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Entry entry(JsonNode json) {
    String firstAt = text(json, "first_at");
    return new Entry(
        json.path("destination").asText(),
        json.path("incident_id").asText(),
        json.path("sequence").asInt(),
        Outcome.valueOf(json.path("outcome").asText().toUpperCase(Locale.ROOT)),
        json.path("open").asBoolean(),
        json.path("acknowledged").asBoolean(),
        text(json, "reference"),
        json.path("attempts").asInt(),
        firstAt == null ? 0 : Times.millis(firstAt),
        Times.millis(json.path("at").asText()),
        json.path("severity").asText(),
        text(json, "owner"),
        json.path("reason").asText(""),
        text(json, "notice"));
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }
}
