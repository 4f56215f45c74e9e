package io.groundswell.feeds.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The little that a feed has to know of what it passes on. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_REASON = 200;
  private static final List<String> REASONS =
      List.of("detail", "error_description", "error", "message", "title");

  private Json() {}

  /** An object without fields. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** As bytes. */
  public static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /** Reads a page. */
  public static JsonNode read(byte[] json) throws IOException {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IOException("the answer is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Looks into a record, which may hold anything; a missing node where it is no JSON. */
  public static JsonNode peek(byte[] record) {
    try {
      return MAPPER.readTree(record);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** A text or a number; null where there is none, or an empty one. */
  public static @Nullable String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() && !node.asText().isEmpty() ? node.asText() : null;
  }

  /** A time; null where there is none. */
  public static @Nullable Instant time(JsonNode node) {
    try {
      return Instant.parse(node.asText());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The elements of an array as they stand there, byte for byte. */
  public static List<byte[]> elements(byte[] json, String... path) throws IOException {
    List<byte[]> elements = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(json)) {
      parser.nextToken();
      for (String name : path) {
        descend(parser, name);
      }
      while (parser.currentToken() != null && parser.nextToken() == JsonToken.START_OBJECT) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getByteOffset();
        elements.add(Arrays.copyOfRange(json, start, end));
      }
      return elements;
    } catch (JsonProcessingException e) {
      throw new IOException("the answer is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void descend(JsonParser parser, String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = name.equals(parser.currentName());
      parser.nextToken();
      if (found) {
        return;
      }
      parser.skipChildren();
    }
  }

  /** Why a server refuses, in its own words; null where it does not say. */
  static @Nullable String reason(byte[] json) {
    JsonNode answer = peek(json);
    JsonNode first = answer.path("errors").path(0);
    for (JsonNode node : List.of(first, answer)) {
      for (String name : REASONS) {
        String reason = Json.text(node.path(name));
        if (reason != null) {
          return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        }
      }
    }
    return null;
  }
}
