package io.groundswell.jobs.notification.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.notification.notice.Plain;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.Times;
import java.time.DateTimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an incident, on its way into the topic.
 *
 * @param incidentId the incident
 * @param json the record
 */
public record Verdict(String incidentId, String json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WORDS = Set.of("acknowledged", "real", "false", "duplicate");
  private static final int LONGEST = 500;
  private static final long LONGEST_REPEATED = 24 * 3_600_000L;

  /**
   * An answer in Groundswell's own shape; without a time it is given now.
   *
   * @throws Refusal where it is none
   */
  static Verdict own(String body, long now) throws Refusal {
    JsonNode answer = tree(body);
    String word = required(answer, "verdict");
    if (!WORDS.contains(word)) {
      throw new Refusal(400, "verdict is none of acknowledged, real, false, duplicate");
    }
    if (word.equals("duplicate") && text(answer, "duplicate_of") == null) {
      throw new Refusal(400, "'duplicate_of' is missing: say of which incident");
    }
    String at = text(answer, "at");
    return of(
        required(answer, "incident_id"),
        word,
        required(answer, "by"),
        at == null ? Json.time(now) : at,
        text(answer, "duplicate_of"),
        text(answer, "note"));
  }

  /**
   * PagerDuty's webhook (V3): somebody acknowledged the incident there. Null where it tells of
   * something else.
   *
   * @throws Refusal where it is no such webhook
   */
  static @Nullable Verdict ofPagerDuty(String body, long now) throws Refusal {
    JsonNode event = tree(body).path("event");
    if (!event.path("event_type").asText().equals("incident.acknowledged")) {
      return null;
    }
    String who = text(event.path("agent"), "summary");
    return of(
        required(event.path("data"), "incident_key"),
        "acknowledged",
        who == null ? "PagerDuty" : who,
        lately(required(event, "occurred_at"), now),
        null,
        null);
  }

  /** PagerDuty repeats what was not taken for a while; older ones somebody has kept. */
  private static String lately(String time, long now) throws Refusal {
    try {
      if (Times.millis(time) >= now - LONGEST_REPEATED) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new Refusal(400, "'occurred_at' is no time");
    }
    throw new Refusal(409, "this event is older than a day");
  }

  private static Verdict of(
      String incident,
      String word,
      String by,
      String at,
      @Nullable String duplicateOf,
      @Nullable String note) {
    String json =
        Json.object(
            record -> {
              record.writeStringField("incident_id", incident);
              record.writeStringField("verdict", word);
              record.writeStringField("by", by);
              record.writeStringField("at", at);
              if (duplicateOf != null) {
                record.writeStringField("duplicate_of", duplicateOf);
              }
              if (note != null) {
                record.writeStringField("note", note);
              }
            });
    return new Verdict(incident, json);
  }

  private static JsonNode tree(String body) throws Refusal {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      // Said below.
    }
    throw new Refusal(400, "the body is no JSON object");
  }

  private static String required(JsonNode node, String field) throws Refusal {
    String text = text(node, field);
    if (text == null) {
      throw new Refusal(400, "'" + field + "' is missing");
    }
    return text;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    String text =
        value != null && value.isTextual() ? Plain.cut(Plain.line(value.asText()), LONGEST) : "";
    return text.isEmpty() ? null : text;
  }
}
