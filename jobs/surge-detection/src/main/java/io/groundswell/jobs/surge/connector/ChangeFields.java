package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.post.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a record that tells of a change, by their paths: {@code payload.summary}. */
final class ChangeFields {
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_LINK = 2_000;
  private static final int LONGEST_SUMMARY = 200;
  private static final int MOST_REGIONS = 100;
  private static final String DEFAULT_KIND = "deploy";

  /** What a browser may open, without a password in it. */
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s/@?#]+(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

  /** As senders of ISO 8601 have it, where RFC 3339 wants a colon. */
  private static final Pattern OFFSET = Pattern.compile("(?<=[0-9][+-][0-9]{2})(?=[0-9]{2}$)");

  private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  private final JsonNode root;

  ChangeFields(JsonNode root) {
    this.root = root;
  }

  JsonNode node(String path) {
    JsonNode node = root;
    for (String name : path.split("\\.", -1)) {
      node = node.path(name);
    }
    return node;
  }

  /** A text or a number that has to be there. */
  String required(String path) throws UnreadableRecord {
    return present(text(path), path);
  }

  /** A name that has to be there. */
  String name(String path) throws UnreadableRecord {
    return present(optional(path), path);
  }

  private static String present(@Nullable String text, String path) throws UnreadableRecord {
    if (text == null) {
      throw new UnreadableRecord("missing-field", path + " is missing");
    }
    return text;
  }

  /** A name; null where there is none. */
  @Nullable String optional(String path) throws UnreadableRecord {
    String name = text(path);
    if (name != null && name.length() > LONGEST_NAME) {
      throw new UnreadableRecord(
          "bad-value", path + " is longer than " + LONGEST_NAME + " characters");
    }
    return name;
  }

  /** A text; null where there is none. */
  @Nullable String text(String path) throws UnreadableRecord {
    JsonNode value = node(path);
    if (value.isContainerNode()) {
      throw new UnreadableRecord("wrong-type", path + " has the wrong type");
    }
    String text = value.asText().strip();
    return value.isNull() || text.isEmpty() ? null : text;
  }

  /** The first name that is there: what others send is not refused for what it need not have. */
  @Nullable String hint(String... paths) {
    for (String path : paths) {
      JsonNode value = node(path);
      String text = value.asText().strip();
      if (value.isValueNode()
          && !value.isNull()
          && !text.isEmpty()
          && text.length() <= LONGEST_NAME) {
        return text;
      }
    }
    return null;
  }

  /** Epoch milliseconds. */
  long time(String path) throws UnreadableRecord {
    return Times.of(path, OFFSET.matcher(required(path)).replaceFirst(":"));
  }

  /** Names of regions: a list, or one. */
  List<String> regions(String path) throws UnreadableRecord {
    JsonNode value = node(path);
    if (!value.isArray()) {
      String one = optional(path);
      return one == null ? List.of() : List.of(one);
    }
    if (value.size() > MOST_REGIONS) {
      throw new UnreadableRecord("bad-value", path + " has more than " + MOST_REGIONS + " regions");
    }
    List<String> regions = new ArrayList<>();
    for (JsonNode region : value) {
      String text = region.asText().strip();
      if (region.isContainerNode() || text.length() > LONGEST_NAME) {
        throw new UnreadableRecord("wrong-type", path + " must be a list of names");
      }
      if (!region.isNull() && !text.isEmpty()) {
        regions.add(text);
      }
    }
    return regions;
  }

  /** The first address that a browser may open; null where there is none. */
  @Nullable String link(String... paths) {
    for (String path : paths) {
      String text = node(path).asText().strip();
      if (text.length() <= LONGEST_LINK && LINK.matcher(text).matches()) {
        return text;
      }
    }
    return null;
  }

  /** A kind as {@link ChangeEvent} has it. */
  static String kind(@Nullable String given) {
    return given == null ? DEFAULT_KIND : given.toLowerCase(Locale.ROOT);
  }

  /** What somebody wrote, without personal data. */
  static String masked(String text) {
    return Masking.mask(text);
  }

  /** One line of a length that can be read at a glance. */
  static String line(String text) {
    String line = GAP.matcher(text).replaceAll(" ").strip();
    if (line.length() <= LONGEST_SUMMARY) {
      return line;
    }
    int end = LONGEST_SUMMARY - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
