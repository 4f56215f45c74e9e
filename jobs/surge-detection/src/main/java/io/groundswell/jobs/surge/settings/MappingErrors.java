package io.groundswell.jobs.surge.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in a user's words what Jackson and its YAML reader object to. */
final class MappingErrors {
  private MappingErrors() {}

  /** Line, what is wrong and how to mend it, for text that is not YAML. */
  static String syntax(JsonProcessingException error) {
    if (error instanceof StreamConstraintsException) {
      return " nests without end; no settings need more than ten levels";
    }
    String remedy = "; check indentation, colons, quotes and brackets";
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
        int line = marked.getProblemMark().getLine() + 1;
        return line + ": not valid YAML, " + withoutAdvice(marked.getProblem()) + remedy;
      }
    }
    return error.getLocation() == null
        ? " not valid YAML" + remedy
        : error.getLocation().getLineNr() + ": not valid YAML" + remedy;
  }

  static Problem problem(JsonMappingException error, YamlLines lines) {
    String pointer = pointer(error.getPath());
    String name = YamlLines.name(pointer);
    if (error instanceof UnrecognizedPropertyException unknown) {
      return unknown(pointer, unknown);
    }
    if (error instanceof InvalidFormatException invalid) {
      String message = name + " is '" + invalid.getValue() + "'";
      return Problem.at(pointer, message, remedy(invalid));
    }
    if (error instanceof MismatchedInputException mismatched) {
      return lines.has(pointer)
          ? Problem.at(
              pointer, name + " cannot be read", "use " + expected(mismatched.getTargetType()))
          : Problem.at(pointer, name + " is missing", "add it");
    }
    String reason = firstLine(error.getOriginalMessage());
    return Problem.at(pointer, name + " cannot be read, " + reason, "write another value");
  }

  /** The nearest of the known words, or what is expected. */
  private static String remedy(InvalidFormatException invalid) {
    Class<?> type = invalid.getTargetType();
    String use = "use " + expected(type);
    String nearest =
        type != null && type.isEnum()
            ? Nearest.to(String.valueOf(invalid.getValue()), words(type))
            : null;
    return nearest == null ? use : "did you mean '" + nearest + "'? Else " + use;
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Problem unknown(String pointer, UnrecognizedPropertyException unknown) {
    String name = unknown.getPropertyName();
    Collection<Object> ids = unknown.getKnownPropertyIds();
    List<String> known = ids == null ? List.of() : ids.stream().map(String::valueOf).toList();
    return Problem.at(pointer, "unknown key '" + name + "'", Nearest.hint(name, known));
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(part -> "/" + (part.getFieldName() == null ? part.getIndex() : escaped(part)))
        .collect(Collectors.joining());
  }

  /** As RFC 6901 wants a name in a pointer. */
  private static String escaped(JsonMappingException.Reference part) {
    return part.getFieldName().replace("~", "~0").replace("/", "~1");
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type == Duration.class) {
      return "a duration such as 15s, 30m, 1h or 2d";
    }
    if (type.isEnum()) {
      return "one of " + String.join(", ", words(type));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list such as [one, two]";
    }
    return scalar(type);
  }

  private static String scalar(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    return type == String.class
        ? "a word or a quoted text"
        : "keys with values, such as 'key: value'";
  }

  /**
   * The reader takes every stray character for an attempt at indentation, and a value that begins
   * with an exclamation mark for a tag; such a value may be a password and is not repeated.
   */
  private static String withoutAdvice(String problem) {
    return problem.replaceFirst("(?s)[.] \\(Do not use.*|(?<=undefined tag handle).*", "");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
