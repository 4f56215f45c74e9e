package io.groundswell.jobs.history.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Those fields of a JSON object that somebody may ask for, read in one pass: text, {@link Number},
 * boolean, {@link List} or {@link Map}; null where a field is missing or null.
 */
final class Fields {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Integer> places;
  private final @Nullable Object[] values;

  /**
   * None yet.
   *
   * @param places of the names that may be asked for, from 0
   */
  Fields(Map<String, Integer> places) {
    this.places = places;
    this.values = new Object[places.size()];
  }

  /** The fields of a line. */
  static Fields read(String line, Map<String, Integer> places) throws UnfitLine {
    Fields fields = new Fields(places);
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnfitLine("no JSON object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        Integer place = places.get(name);
        json.nextToken();
        if (place == null) {
          json.skipChildren();
        } else {
          fields.values[place] = value(json);
        }
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw new UnfitLine("no JSON: " + e.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // A text is read.
    }
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> list(json);
      case START_OBJECT -> map(json);
      default -> null;
    };
  }

  private static List<@Nullable Object> list(JsonParser json) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(json));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(JsonParser json) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      map.put(name, value(json));
    }
    return map;
  }

  /** The value at a place. */
  @Nullable Object at(int place) {
    return values[place];
  }

  /** The value of a name. */
  @Nullable Object get(String name) {
    Integer place = places.get(name);
    return place == null ? null : values[place];
  }

  /** Whether a field is true. */
  boolean is(String name) {
    return Boolean.TRUE.equals(get(name));
  }

  /** The value in an object that is the value of a name. */
  @Nullable Object get(String name, String inner) {
    return get(name) instanceof Map<?, ?> object ? object.get(inner) : null;
  }

  /** Says a name's value, whose place there must be. */
  void put(String name, @Nullable Object value) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(name);
    }
    values[place] = value;
  }
}
