package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Payloads as networks might send them on a bad day: each the valid one with something wrong. */
final class Mutation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT_MARK = "\uE000";
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1e999",
          "-1e-999",
          "1.5",
          "9".repeat(400),
          "\"\"",
          "\"\\ud83d\"",
          "\"\\udc00x\\ud800\"",
          "\"\\u0000\"",
          "\"NaN\"",
          "\"[deleted]\"",
          "\"<p>a<br\"",
          "\"&#xffffffff;&amp\"",
          "\"](](((\"",
          "\">\\n>>\"",
          "[]",
          "[[]]",
          "[null]",
          "{}",
          "{\"id\":[]}",
          "[{\"id\":{}}]",
          "[3,\"a\",{}]",
          "\"" + "x".repeat(5000) + "\"",
          "\"9999-99-99T99:99:99Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "9223372036854775807",
          "\"delete\"",
          "\"update\"",
          "\"t1\"",
          "NaN",
          "-",
          "tru",
          "\"\uFEFF\"");

  private final List<JsonNode> payloads = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Random random;

  Mutation(List<Payload> payloads, long seed) {
    this.random = new Random(seed);
    for (Payload payload : payloads) {
      JsonNode tree = tree(payload.bytes());
      this.payloads.add(tree);
      collect(tree);
    }
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void collect(JsonNode node) {
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(this::collect);
  }

  /** The next record. */
  byte[] next() {
    JsonNode payload = payloads.get(random.nextInt(payloads.size())).deepCopy();
    for (int i = random.nextInt(4); i > 0; i--) {
      change(payload);
    }
    String json = withValues(payload.toString());
    byte[] record = json.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(12)) {
      case 0 -> Arrays.copyOf(record, random.nextInt(record.length));
      case 1 -> withBytes(record);
      case 2 -> nested(json).getBytes(StandardCharsets.UTF_8);
      default -> record;
    };
  }

  private void change(JsonNode payload) {
    List<JsonNode> containers = new ArrayList<>();
    containers(payload, containers);
    JsonNode place = containers.get(random.nextInt(containers.size()));
    if (place instanceof ArrayNode list) {
      changeList(list);
    } else if (place instanceof ObjectNode object && !object.isEmpty()) {
      List<String> fields = new ArrayList<>();
      object.fieldNames().forEachRemaining(fields::add);
      changeField(object, fields.get(random.nextInt(fields.size())));
    }
  }

  private static void containers(JsonNode node, List<JsonNode> out) {
    if (node.isContainerNode()) {
      out.add(node);
      node.forEach(child -> containers(child, out));
    }
  }

  private void changeList(ArrayNode list) {
    if (random.nextBoolean() || list.isEmpty()) {
      list.insert(0, TEXT_MARK);
    } else {
      list.remove(random.nextInt(list.size()));
    }
  }

  private void changeField(ObjectNode object, String field) {
    JsonNode value = object.get(field);
    switch (random.nextInt(6)) {
      case 0 -> object.remove(field);
      case 1 -> object.set(names.get(random.nextInt(names.size())), value);
      case 2 -> object.set(field, JSON.createArrayNode().add(value).add(value));
      case 3 -> object.put(field, value.toString());
      case 4 -> number(object, field);
      default -> object.put(field, TEXT_MARK);
    }
  }

  private void number(ObjectNode object, String field) {
    object.put(field, random.nextBoolean() ? random.nextInt(60) : random.nextLong());
  }

  /** Puts in what no tree can hold. */
  private String withValues(String json) {
    String out = json;
    while (out.contains("\"" + TEXT_MARK + "\"")) {
      String value = VALUES.get(random.nextInt(VALUES.size()));
      int at = out.indexOf("\"" + TEXT_MARK + "\"");
      out = out.substring(0, at) + value + out.substring(at + TEXT_MARK.length() + 2);
    }
    return out.replace(TEXT_MARK, "");
  }

  private byte[] withBytes(byte[] record) {
    for (int i = random.nextInt(5); i >= 0; i--) {
      record[random.nextInt(record.length)] = (byte) random.nextInt(256);
    }
    return record;
  }

  private String nested(String json) {
    int depth = random.nextInt(60);
    return "{\"data\":" + "[".repeat(depth) + json + "]".repeat(depth) + "}";
  }
}
