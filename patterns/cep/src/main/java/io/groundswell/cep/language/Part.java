package io.groundswell.cep.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a file and where it stands; whoever reads from it leaves its problems with it. */
final class Part {
  private final JsonNode node;
  private final String path;
  private final List<Problem> problems;

  Part(JsonNode node, String path, List<Problem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** The last key of the place. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean isKeys() {
    return node.isObject();
  }

  boolean isWord() {
    return node.isTextual();
  }

  boolean isNumber() {
    return node.isNumber();
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Refuses what is not keys with values, and each key that is not known. */
  boolean only(Collection<String> known) {
    if (!node.isObject()) {
      refuse("cannot be read", "use keys with values: " + String.join(", ", known));
      return false;
    }
    for (String key : keys()) {
      if (!known.contains(key)) {
        problems.add(Problem.at(at(key), "unknown key '" + key + "'", Nearest.hint(key, known)));
      }
    }
    return true;
  }

  Optional<Part> find(String key) {
    JsonNode found = node.get(key);
    return found == null ? Optional.empty() : Optional.of(new Part(found, at(key), problems));
  }

  /** The part under a key; where it is missing, a problem. */
  Optional<Part> need(String key) {
    Optional<Part> found = find(key);
    if (found.isEmpty()) {
      problems.add(Problem.at(at(key), "'" + key + "' is missing", "add it"));
    }
    return found;
  }

  /** Its entries; none where it is no list. */
  List<Part> entries() {
    List<Part> entries = new ArrayList<>();
    if (!node.isArray()) {
      refuse("cannot be read", "use a list");
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      entries.add(new Part(node.get(i), path + "/" + i, problems));
    }
    return entries;
  }

  /** One word, or the words of a list. */
  List<String> words() {
    if (node.isArray()) {
      return entries().stream().map(Part::word).toList();
    }
    return List.of(word());
  }

  String word() {
    if (!node.isTextual() || node.textValue().isEmpty()) {
      refuse("is " + (node.isValueNode() ? "'" + node.asText() + "'" : "no word"), "use a word");
      return "";
    }
    return node.textValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      refuse("is '" + node.asText() + "'", "use true or false");
    }
    return node.booleanValue();
  }

  int count() {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      refuse("is '" + node.asText() + "'", "use a whole number");
    }
    return node.intValue();
  }

  double number() {
    return node.doubleValue();
  }

  /** One of an enum's constants, in small letters. */
  <E extends Enum<E>> E constant(Class<E> type, E otherwise) {
    String word = word();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      known.add(constant.name().toLowerCase(Locale.ROOT));
    }
    if (!word.isEmpty()) {
      refuse("is '" + word + "'", Nearest.hint(word, known));
    }
    return otherwise;
  }

  /** Adds a problem here, whose message goes on after the name of the place. */
  void refuse(String message, String remedy) {
    String name = name().matches("[0-9]*") ? "an entry" : name();
    problems.add(Problem.at(path, name + " " + message, remedy));
  }

  private String at(String key) {
    return path + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
