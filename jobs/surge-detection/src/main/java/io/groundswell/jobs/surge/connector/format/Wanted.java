package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.groundswell.jobs.surge.connector.RecordJson;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;

/**
 * The fields of a record that a format looks at. They become a small tree; all others stream by
 * unread. Numbers stay text as they were written, so none is too large. Null is as good as absent;
 * of a field given twice the last counts; lists are looked through.
 */
final class Wanted implements Serializable {
  private static final long serialVersionUID = 1;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final HashMap<String, Wanted> inside = new HashMap<>();

  /** Fields by their paths: {@code data.author_id}. */
  static Wanted fields(String... paths) {
    return new Wanted().and("", paths);
  }

  /** Adds fields inside a field, or beside the others where {@code path} is empty. */
  Wanted and(String path, String... paths) {
    Wanted place = path.isEmpty() ? this : at(path);
    for (String inner : paths) {
      place.at(inner);
    }
    return this;
  }

  private Wanted at(String path) {
    Wanted place = this;
    for (String name : path.split("\\.", -1)) {
      place = place.inside.computeIfAbsent(name, unknown -> new Wanted());
    }
    return place;
  }

  /** The wanted part of a record. */
  JsonNode of(byte[] record) throws UnreadableRecord {
    try (JsonParser parser = RecordJson.FACTORY.createParser(record)) {
      return whole(parser);
    } catch (IOException e) {
      throw RecordJson.refused(e);
    }
  }

  /** The wanted part of JSON that was sent as a string in JSON. */
  JsonNode of(String json) throws UnreadableRecord {
    try (JsonParser parser = RecordJson.FACTORY.createParser(json)) {
      return whole(parser);
    } catch (IOException e) {
      throw RecordJson.refused(e);
    }
  }

  private JsonNode whole(JsonParser parser) throws IOException, UnreadableRecord {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new UnreadableRecord("unreadable", "not a JSON object");
    }
    JsonNode root = value(parser);
    if (parser.nextToken() != null) {
      throw new UnreadableRecord("unreadable", "text after the end of the JSON object");
    }
    return root;
  }

  private JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NULL -> MissingNode.getInstance();
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      default -> TextNode.valueOf(parser.getText());
    };
  }

  private ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Wanted field = inside.get(name);
      parser.nextToken();
      if (field == null) {
        parser.skipChildren();
      } else {
        JsonNode value = field.value(parser);
        if (value.isMissingNode()) {
          object.remove(name);
        } else {
          object.set(name, value);
        }
      }
    }
    return object;
  }

  private ArrayNode list(JsonParser parser) throws IOException {
    ArrayNode list = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode value = value(parser);
      if (!value.isMissingNode()) {
        list.add(value);
      }
    }
    return list;
  }
}
