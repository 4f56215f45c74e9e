package io.groundswell.jobs.history.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.jobs.history.table.Column;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Personal;
import java.time.Instant;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.jspecify.annotations.Nullable;

/**
 * Lines to rows: a column has the field of its name; what a line says in other places is brought
 * into such fields before.
 */
final class Rows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Rows() {}

  /** The object in a line. */
  static ObjectNode read(InputLine line) throws UnfitLine {
    try {
      if (JSON.readTree(line.text()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new UnfitLine("no JSON: " + e.getOriginalMessage());
    }
    throw new UnfitLine("no JSON object");
  }

  /** The table that an object belongs to. */
  static HistoryTable table(InputLine line, ObjectNode object) {
    if (line.table() != HistoryTable.POSTS) {
      return line.table();
    }
    if (object.path("deleted").asBoolean()) {
      return HistoryTable.WITHDRAWALS;
    }
    return object.path("chatter").asBoolean() ? HistoryTable.CHATTER : HistoryTable.POSTS;
  }

  /** The row of an object, which it changes. */
  static GenericRowData row(HistoryTable table, InputLine line, ObjectNode object)
      throws UnfitLine {
    complete(table, line, object);
    List<Column> columns = table.columns();
    GenericRowData row = new GenericRowData(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object value = Values.of(column, object.path(column.name()));
      if (value == null && column.name().equals(table.time())) {
        throw new UnfitLine(column.name() + " is missing");
      }
      row.setField(i, value);
    }
    return row;
  }

  private static void complete(HistoryTable table, InputLine line, ObjectNode object) {
    switch (table) {
      case VOLUMES, CONTACT_VOLUMES -> split(object, Subject.parse(text(object, "subject")));
      case INCIDENTS -> flatten(object, line);
      case LEAD_LEDGER -> object.put("position", line.position());
      case POSTS -> strike(object);
      case CLOCK -> tell(object);
      case WITHDRAWALS -> object.put("at", Instant.ofEpochMilli(line.readAt()).toString());
      default -> {}
    }
  }

  private static String text(ObjectNode object, String field) {
    return object.path(field).asText();
  }

  /** A tick of the clock, for people. */
  private static void tell(ObjectNode tick) {
    tick.put("time", Instant.ofEpochMilli(tick.path("time").asLong()).toString());
    ArrayNode ends = JSON.createArrayNode();
    tick.path("ends").properties().forEach(end -> ends.add(end.getKey() + "=" + end.getValue()));
    tick.set("ends", ends);
  }

  /** What was withdrawn before it was counted is told without its text already. */
  private static void strike(ObjectNode object) {
    boolean withdrawn = object.path("withdrawn").asBoolean();
    object.put("withdrawn", withdrawn);
    if (withdrawn) {
      Personal.TEXTS.forEach(object::putNull);
      Personal.LISTS.forEach(object::putArray);
    }
  }

  private static void split(ObjectNode object, Subject subject) {
    object.put("subject", subject.key());
    object.put("scope", scope(subject));
    object.put("product", subject.product());
    object.put("component", subject.component());
    object.put("region", subject.region());
    object.put("term", subject.term());
  }

  private static String scope(Subject subject) {
    if (subject.term() != null) {
      return "term";
    }
    if (subject.product() == null) {
      return "region";
    }
    if (subject.region() != null) {
      return "product_region";
    }
    if (subject.component() != null) {
      return "component";
    }
    return subject.product().equals(Subject.UNMATCHED) ? "unmatched" : "product";
  }

  private static void flatten(ObjectNode object, InputLine line) {
    JsonNode subject = object.path("subject");
    split(
        object,
        new Subject(
            orNull(subject, "product"),
            orNull(subject, "component"),
            orNull(subject, "region"),
            orNull(subject, "term")));
    object.set("lead_status", object.path("lead").get("status"));
    object.set("lead_seconds", object.path("lead").get("seconds"));
    object.set("verdict", object.path("verdict").get("verdict"));
    object.put("details", line.text());
  }

  private static @Nullable String orNull(JsonNode object, String field) {
    return object.path(field).textValue();
  }

  /** What is kept of a line that is no row. */
  static GenericRowData unreadable(InputLine line, String reason) {
    int most = 1024;
    String text = line.text();
    ObjectNode object = JSON.createObjectNode();
    object.put("read_at", Instant.ofEpochMilli(line.readAt()).toString());
    object.put("origin", line.origin());
    object.put("reason", reason);
    object.put("excerpt", text.length() > most ? text.substring(0, most) : text);
    try {
      return row(HistoryTable.UNREADABLE, line, object);
    } catch (UnfitLine impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
