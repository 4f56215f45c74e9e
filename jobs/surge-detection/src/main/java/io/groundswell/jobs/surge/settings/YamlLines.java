package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.groundswell.domain.catalogue.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The line of each key and list entry, by JSON pointer; and what the binding of values would pass
 * over in silence: keys without a value, keys given twice, anchors, tags, and further documents.
 */
final class YamlLines {
  /** The last segment that is not a position in a list. */
  private static final Pattern LAST_KEY = Pattern.compile("^.*?/([^/]+)(?:/[0-9]+)*$");

  private static final String SECRETS = "/kafka/security/";

  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private YamlLines() {}

  static YamlLines of(String text) throws IOException {
    YamlLines lines = new YamlLines();
    try (YAMLParser parser = Yaml.FACTORY.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (!token.isStructEnd()) {
          lines.add(parser, token);
        }
      }
    }
    return lines;
  }

  private void add(YAMLParser parser, JsonToken token) throws IOException {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    int line = parser.currentTokenLocation().getLineNr();
    Integer before = lines.putIfAbsent(pointer, line);
    if (parser.isCurrentAlias()) {
      problems.add(Problem.at(pointer, name(pointer) + " refers to an anchor", "write it out"));
    } else if (parser.getTypeId() != null) {
      problems.add(Problem.at(pointer, name(pointer) + " has a tag", "remove what begins with !"));
    } else if (isEmpty(parser, token) && !pointer.isEmpty()) {
      String message = name(pointer) + " has an empty value";
      problems.add(Problem.at(pointer, message, "write one, or remove it"));
    } else if (token == JsonToken.FIELD_NAME && before != null) {
      String message = name(pointer) + " is given again at line " + line;
      problems.add(Problem.at(pointer, message, "keep one of them"));
    } else if (pointer.isEmpty() && before != null) {
      String message = "a second document begins at line " + line;
      problems.add(Problem.at(pointer, message, "keep one document a file"));
    }
  }

  private static boolean isEmpty(YAMLParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NULL
        || (token == JsonToken.VALUE_STRING && parser.getText().isEmpty());
  }

  /**
   * A place in a user's words: its key, or the list's for an entry. Among secrets a key that is
   * none is not repeated: it is the rest of a value that was written without quotes.
   */
  static String name(String pointer) {
    if (pointer.isEmpty()) {
      return "the content";
    }
    if (pointer.startsWith(SECRETS)
        && !KafkaSecurity.KEYS.contains(pointer.substring(SECRETS.length()))) {
      return "a key of 'security'";
    }
    String key = LAST_KEY.matcher(pointer).replaceFirst("$1");
    return !pointer.endsWith("/" + key) ? "an entry of '" + key + "'" : "'" + key + "'";
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean has(String pointer) {
    return lines.containsKey(pointer);
  }

  /** The line of the place, or of what it would stand in. */
  int lineOf(String pointer) {
    String known = pointer;
    while (!lines.containsKey(known) && !known.isEmpty()) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return lines.getOrDefault(known, 1);
  }

  List<Problem> problems() {
    return problems;
  }
}
