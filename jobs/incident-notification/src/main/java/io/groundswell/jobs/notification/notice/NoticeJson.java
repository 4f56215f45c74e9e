package io.groundswell.jobs.notification.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.notice.Notice.Draft;
import io.groundswell.jobs.notification.notice.Notice.Mute;
import io.groundswell.jobs.notification.notice.Notice.Said;
import io.groundswell.jobs.surge.connector.Times;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the updates of the topic {@code incidents}; fields that it does not know are kept as they
 * are.
 */
public final class NoticeJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer texts help nobody, in any destination. */
  private static final int LONGEST_TITLE = 1_000;

  private static final int LONGEST_TEXT = 4_000;

  private NoticeJson() {}

  /**
   * An update.
   *
   * @throws UnreadableNotice where the text is none
   */
  public static Notice read(String json) throws UnreadableNotice {
    JsonNode update;
    try {
      update = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnreadableNotice("no JSON");
    }
    if (update == null || !update.isObject()) {
      throw new UnreadableNotice("no JSON object");
    }
    try {
      return notice(update, json);
    } catch (DateTimeException e) {
      throw new UnreadableNotice("a time that is none");
    }
  }

  private static Notice notice(JsonNode update, String json) throws UnreadableNotice {
    Subject subject = subject(update.path("subject"));
    return new Notice(
        required(update, "incident_id"),
        update.path("sequence").asInt(),
        word(Said.class, required(update, "status")),
        word(Severity.class, required(update, "severity")),
        word(IncidentKind.class, required(update, "kind")),
        subject,
        Plain.cut(Plain.line(required(update, "title")), LONGEST_TITLE),
        Times.millis(required(update, "onset_at")),
        Times.millis(required(update, "detected_at")),
        Times.millis(required(update, "updated_at")),
        text(update, "owner"),
        regions(subject, update),
        Links.web(text(update.path("links"), "runbook")),
        Links.web(text(update.path("links"), "report")),
        mute(update.path("muted_by")),
        text(update, "acknowledged_by"),
        Facts.of(update, subject),
        Facts.examples(update),
        draft(update.path("drafts")),
        Plain.cut(Plain.line(update.path("explanation").asText("")), LONGEST_TEXT),
        update.path("test").asBoolean(),
        json);
  }

  private static Subject subject(JsonNode node) {
    return new Subject(
        text(node, "product"), text(node, "component"), text(node, "region"), text(node, "term"));
  }

  private static List<String> regions(Subject subject, JsonNode update) {
    List<String> regions = new ArrayList<>();
    if (subject.region() != null) {
      regions.add(subject.region());
    }
    for (JsonNode region : update.path("blast_radius").path("regions")) {
      String id = region.path("id").asText("");
      if (!id.isEmpty() && !regions.contains(id)) {
        regions.add(id);
      }
    }
    return List.copyOf(regions);
  }

  private static @Nullable Mute mute(JsonNode node) {
    return node.isObject()
        ? new Mute(
            node.path("id").asText(""),
            Times.millis(node.path("until").asText("")),
            Plain.line(node.path("because").asText("")),
            Plain.line(node.path("by").asText("")))
        : null;
  }

  private static @Nullable Draft draft(JsonNode node) {
    String title = text(node, "status_title");
    String body = text(node, "status_body");
    return title == null || body == null ? null : new Draft(title, body);
  }

  /** A clean text on one line, or null. */
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull()
        ? null
        : Plain.cut(Plain.line(value.asText()), LONGEST_TEXT);
  }

  private static String required(JsonNode node, String field) throws UnreadableNotice {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new UnreadableNotice("'" + field + "' is missing");
    }
    return value.asText();
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) throws UnreadableNotice {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UnreadableNotice("'" + Plain.cut(Plain.line(word), 40) + "' is unknown");
    }
  }
}
