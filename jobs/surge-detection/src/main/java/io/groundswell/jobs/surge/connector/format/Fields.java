package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/** Takes values out of the wanted part of a record. */
final class Fields {
  /** Ids that carry their moment began after this. */
  private static final long FIRST = 1_262_304_000_000L; // 2010-01-01

  /** Ids of other schemes, read as if they carried a moment, give years beyond. */
  private static final long LAST = 4_102_444_800_000L; // 2100-01-01

  private static final int LONGEST_ID = 19;

  private Fields() {}

  /** A text or a number; null where there is none, or an empty one. */
  static @Nullable String text(JsonNode node) {
    return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : null;
  }

  /** A text that may be empty but not absent. */
  static String words(JsonNode parent, String name, String path) throws UnreadableRecord {
    JsonNode node = parent.path(name);
    if (node.isTextual()) {
      return node.textValue();
    }
    throw node.isMissingNode()
        ? new UnreadableRecord("missing-field", path + " is missing")
        : new UnreadableRecord("wrong-type", path + " has the wrong type");
  }

  /** A text that may be neither absent nor empty. */
  static String required(JsonNode parent, String name, String path) throws UnreadableRecord {
    String text = words(parent, name, path);
    if (text.isEmpty()) {
      throw new UnreadableRecord("missing-field", path + " is empty");
    }
    return text;
  }

  /** How many; null where that is no whole number from 0. */
  static @Nullable Long count(JsonNode node) {
    String text = text(node);
    try {
      long count = text == null ? -1 : Long.parseLong(text);
      return count < 0 ? null : (Long) count;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A number; NaN where it is none. */
  static double number(JsonNode node) {
    String text = text(node);
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * The moment that an id was given out at, where its network writes that into its upper bits;
   * {@link Post#NO_TIME} for ids of another kind.
   *
   * @param bits how many lower bits are something else
   * @param epoch what the moment counts from, epoch milliseconds
   */
  static long momentOf(String id, int bits, long epoch) {
    if (id.isEmpty()
        || id.length() > LONGEST_ID
        || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Post.NO_TIME;
    }
    try {
      long moment = (Long.parseLong(id) >> bits) + epoch;
      return moment > FIRST && moment < LAST ? moment : Post.NO_TIME;
    } catch (NumberFormatException e) {
      return Post.NO_TIME;
    }
  }
}
