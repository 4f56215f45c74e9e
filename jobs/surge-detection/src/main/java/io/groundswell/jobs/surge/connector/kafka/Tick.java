package io.groundswell.jobs.surge.connector.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the clock: what time it is, and how far every partition of every input reached then.
 *
 * @param time epoch milliseconds
 * @param ends partition, such as {@code posts-0}, to the offset that comes next in it; of the
 *     control topic's, up to where its records have been handed on by ticks
 * @param control a record of the control topic that holds from this moment on, or null
 */
public record Tick(long time, Map<String, Long> ends, @Nullable String control) {
  private static final JsonFactory JSON = new JsonFactory();

  /** A moment at which nothing changes. */
  public Tick(long time, Map<String, Long> ends) {
    this(time, ends, null);
  }

  byte[] toBytes() {
    String text =
        Json.object(
            json -> {
              json.writeNumberField("time", time);
              json.writeObjectFieldStart("ends");
              for (Map.Entry<String, Long> end : new TreeMap<>(ends).entrySet()) {
                json.writeNumberField(end.getKey(), end.getValue());
              }
              json.writeEndObject();
              if (control != null) {
                json.writeStringField("control", control);
              }
            });
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a record of the clock's topic.
   *
   * @throws IOException where it is none
   */
  public static Tick of(byte[] bytes) throws IOException {
    long time = 0;
    String control = null;
    Map<String, Long> ends = new TreeMap<>();
    try (JsonParser json = JSON.createParser(bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if ("time".equals(field)) {
          time = json.getLongValue();
        } else if ("ends".equals(field)) {
          readEnds(json, ends);
        } else if ("control".equals(field)) {
          control = json.getText();
        } else {
          json.skipChildren();
        }
      }
    }
    return new Tick(time, ends, control);
  }

  private static void readEnds(JsonParser json, Map<String, Long> ends) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String partition = json.currentName();
      json.nextToken();
      ends.put(partition, json.getLongValue());
    }
  }
}
