package io.groundswell.jobs.surge.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is expected of an incident's field: {@code symptoms.term mentions declined}. Names that are
 * joined by points lead into the JSON of an update; where one leads to a list, every element is
 * meant, unless a number picks one.
 *
 * @param place file and line
 * @param about which updates: {@code paylo as it opened}, {@code at 12:42}, {@code at the end} or
 *     {@code throughout}; empty for the story as a whole
 * @param line as it is written
 */
record Expectation(String place, String about, String line) {
  private static final Pattern LINE =
      Pattern.compile(
          "(number of )?(\\S+) (is nothing|is|has|lacks|mentions|never mentions|at least|at most"
              + "|goes)(?: (.+))?");

  static Expectation of(String place, String about, String line) {
    if (!LINE.matcher(line).matches()) {
      throw new IllegalArgumentException(place + ": no expectation: " + line);
    }
    return new Expectation(place, about, line);
  }

  /** What is wrong, or nothing. */
  Optional<String> failure(ToldIncidents told) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException(line);
    }
    List<JsonNode> updates = told.updates(about);
    if (updates.isEmpty()) {
      String file = place.substring(0, place.indexOf(':'));
      return Optional.of("%s: there is no '%s'; %s".formatted(file, about, told));
    }
    List<JsonNode> nodes = new ArrayList<>();
    for (JsonNode update : updates) {
      collect(update, List.of(parts.group(2).split("\\.", -1)), nodes);
    }
    List<String> found =
        parts.group(1) == null
            ? nodes.stream().filter(node -> !node.isNull()).map(JsonNode::asText).toList()
            : List.of(Integer.toString(nodes.size()));
    List<String> wanted =
        parts.group(4) == null ? List.of() : List.of(parts.group(4).split(", ", -1));
    return holds(parts.group(3), found, wanted)
        ? Optional.empty()
        : Optional.of("%s: %s: %s, but it is %s".formatted(place, about, line, found));
  }

  private static boolean holds(String verb, List<String> found, List<String> wanted) {
    return switch (verb) {
      case "is nothing" -> found.isEmpty();
      case "is" -> found.stream().sorted().toList().equals(wanted.stream().sorted().toList());
      case "has" -> found.containsAll(wanted);
      case "lacks" -> wanted.stream().noneMatch(found::contains);
      case "mentions" -> wanted.stream().allMatch(one -> isMentioned(found, one));
      case "never mentions" -> wanted.stream().noneMatch(one -> isMentioned(found, one));
      case "at least" -> number(found) >= Double.parseDouble(wanted.get(0));
      case "at most" -> number(found) <= Double.parseDouble(wanted.get(0));
      case "goes" -> goes(found, wanted);
      default -> throw new IllegalStateException(verb);
    };
  }

  /** Whether a text contains one of the alternatives. */
  private static boolean isMentioned(List<String> texts, String alternatives) {
    return Arrays.stream(alternatives.split("\\|", -1))
        .map(one -> one.toLowerCase(Locale.ROOT))
        .anyMatch(one -> texts.stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(one)));
  }

  private static double number(List<String> found) {
    return found.size() == 1 ? Double.parseDouble(found.get(0)) : Double.NaN;
  }

  /** Whether all that is wanted comes in this order, whatever lies in between. */
  private static boolean goes(List<String> found, List<String> wanted) {
    Iterator<String> rest = found.iterator();
    for (String one : wanted) {
      boolean met = false;
      while (!met && rest.hasNext()) {
        met = rest.next().equals(one);
      }
      if (!met) {
        return false;
      }
    }
    return true;
  }

  private static void collect(JsonNode node, List<String> path, List<JsonNode> found) {
    boolean isPicked = !path.isEmpty() && path.get(0).matches("\\d+");
    if (node.isArray() && !isPicked) {
      node.forEach(element -> collect(element, path, found));
    } else if (path.isEmpty()) {
      if (!node.isMissingNode()) {
        found.add(node);
      }
    } else {
      String name = path.get(0);
      JsonNode next = isPicked ? node.path(Integer.parseInt(name)) : node.path(name);
      collect(next, path.subList(1, path.size()), found);
    }
  }
}
