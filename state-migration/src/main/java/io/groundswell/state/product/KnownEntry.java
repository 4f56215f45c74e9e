package io.groundswell.state.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.state.saved.About;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An entry of learnt state as a line of JSON.
 *
 * @param from which state
 * @param about its keys
 * @param value as Flink's backends write it
 */
@SuppressWarnings("ArrayRecordComponent") // None is compared.
record KnownEntry(Learned from, About about, byte[] value) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String line() {
    return Json.object(
        json -> {
          json.writeStringField("operator", from.operator());
          json.writeStringField("state", from.state());
          if (about.key() instanceof String key) {
            json.writeStringField("key", key);
          }
          if (about.mapKey() != null) {
            json.writeStringField("map_key", about.mapKey().toString());
          }
          json.writeBinaryField("value", value);
        });
  }

  /**
   * Reads it.
   *
   * @return null where it is none
   */
  static @Nullable KnownEntry parse(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      Learned from = new Learned(json.path("operator").asText(), json.path("state").asText());
      if (!Learned.ALL.contains(from) || !json.path("value").isTextual()) {
        return null;
      }
      // Operators that know all products have one key, a zero.
      Object key = json.has("key") ? json.path("key").asText() : Byte.valueOf((byte) 0);
      String mapKey = json.has("map_key") ? json.path("map_key").asText() : null;
      return new KnownEntry(
          from, new About(key, mapKey), Base64.getDecoder().decode(json.path("value").asText()));
    } catch (JsonProcessingException | IllegalArgumentException none) {
      return null;
    }
  }
}
