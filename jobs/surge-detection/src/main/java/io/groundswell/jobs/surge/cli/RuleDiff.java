package io.groundswell.jobs.surge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.triage.LinearTriage;
import io.groundswell.jobs.surge.settings.WeightsText;
import io.groundswell.jobs.surge.settings.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two rules files, key by key, whatever their layout and comments. */
final class RuleDiff {
  private static final ObjectMapper YAML = Yaml.mapper();

  private RuleDiff() {}

  /** The differences of files of a kind, a line each; of weights only whether they are others. */
  static List<String> of(RuleKind kind, String before, String after) {
    if (kind != RuleKind.MODEL) {
      return lines(before, after);
    }
    String old = weights(before);
    String now = weights(after);
    return old.equals(now) ? List.of() : List.of("~ weights: " + old + " -> " + now);
  }

  private static String weights(String text) {
    return text.isEmpty()
        ? LinearTriage.shippedModel().version()
        : WeightsText.read("weights", text).version();
  }

  /**
   * The differences, a line each: {@code + products.acme.hashtags: AcmeDown2}, {@code -} for what
   * is gone, {@code ~ min_authors: 4 -> 3}.
   *
   * @param before a sound file, or an empty text where there is none
   * @param after a sound file
   */
  static List<String> lines(String before, String after) {
    SortedMap<String, String> old = values(before);
    SortedMap<String, String> now = values(after);
    SortedSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      String was = old.get(key);
      String is = now.get(key);
      if (was == null) {
        lines.add("+ " + line(key, is));
      } else if (is == null) {
        lines.add("- " + line(key, was));
      } else if (!was.equals(is)) {
        lines.add("~ " + key + ": " + was + " -> " + is);
      }
    }
    return lines;
  }

  /** Of an entry in a list its place in the order says nothing. */
  private static String line(String key, String value) {
    int entry = key.indexOf(" [");
    return (entry < 0 ? key : key.substring(0, entry)) + ": " + value;
  }

  private static SortedMap<String, String> values(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    try {
      collect("", YAML.readTree(text), values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a sound file", e);
    }
    return values;
  }

  private static void collect(String key, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties().forEach(f -> collect(below(key, f.getKey()), f.getValue(), values));
    } else if (node.isArray()) {
      node.forEach(entry -> collectEntry(key, entry, values));
    } else if (!node.isMissingNode()) {
      values.put(key, node.asText());
    }
  }

  /** Entries are known by their ids, and others by what they say. */
  private static void collectEntry(String key, JsonNode entry, Map<String, String> values) {
    JsonNode id = entry.path("id");
    if (!id.isMissingNode()) {
      collect(below(key, id.asText()), entry, values);
    } else {
      String text = entry.isValueNode() ? entry.asText() : entry.toString();
      values.put(key + " [" + text + "]", text);
    }
  }

  private static String below(String key, String name) {
    return key.isEmpty() ? name : key + "." + Objects.requireNonNull(name);
  }
}
