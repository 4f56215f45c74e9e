package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Strikes posts that their authors have withdrawn out of files of incidents and of posts that were
 * written before.
 */
public final class WithdrawnTexts {
  /** Keys of an incident's withdrawn posts; of a post, that it is one. */
  static final String FIELD = "withdrawn";

  /** Of a line among posts, that it says which post was withdrawn. */
  static final String DELETED = "deleted";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private WithdrawnTexts() {}

  /** Rewrites the file where an incident in it shows a post that was withdrawn later. */
  public static void strike(Path incidents) throws IOException {
    List<String> lines = Files.readAllLines(incidents);
    Map<String, Set<String>> withdrawn = new HashMap<>();
    for (String line : lines) {
      if (line.contains("\"" + FIELD + "\"")) {
        JsonNode update = JSON.readTree(line);
        Set<String> keys = withdrawn.computeIfAbsent(id(update), incident -> new HashSet<>());
        update.path(FIELD).forEach(key -> keys.add(key.asText()));
      }
    }
    if (withdrawn.isEmpty()) {
      return;
    }
    List<String> struck = new ArrayList<>();
    for (String line : lines) {
      struck.add(strike(line, withdrawn.getOrDefault(id(JSON.readTree(line)), Set.of())));
    }
    Files.write(incidents, struck);
  }

  /**
   * An incident's update without what some posts say.
   *
   * @param update a JSON object
   * @param posts source and id of each, with a slash between them
   * @return the same text where it shows none of them
   * @throws JsonProcessingException if it is no JSON
   */
  public static String strike(String update, Set<String> posts) throws JsonProcessingException {
    JsonNode told = JSON.readTree(update);
    int struckOut =
        strike(told.path("examples"), posts) + strike(told.path("replies").path("first"), posts);
    return struckOut > 0 ? JSON.writeValueAsString(told) : update;
  }

  /**
   * Rewrites a file of posts where a line in it says that one was withdrawn. What was made of the
   * post stays, so that sums do.
   */
  public static void strikePosts(Path posts) throws IOException {
    Set<String> keys = new HashSet<>();
    try (Stream<String> lines = Files.lines(posts)) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.contains("\"" + DELETED + "\":true")) {
          JsonNode post = JSON.readTree(line);
          if (post.path(DELETED).asBoolean()) {
            keys.add(key(post, "id"));
          }
        }
      }
    }
    if (keys.isEmpty()) {
      return;
    }
    Path struck = posts.resolveSibling(posts.getFileName() + ".part");
    try (Stream<String> lines = Files.lines(posts);
        BufferedWriter out = Files.newBufferedWriter(struck)) {
      for (String line : (Iterable<String>) lines::iterator) {
        out.write(strikePost(line, keys));
        out.write('\n');
      }
    }
    Files.move(struck, posts, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String strikePost(String line, Set<String> keys) throws IOException {
    ObjectNode post = (ObjectNode) JSON.readTree(line);
    if (post.has(DELETED) || post.has(FIELD) || !keys.contains(key(post, "id"))) {
      return line;
    }
    post.putNull("text").putNull("url").putNull("author").putArray("tags");
    return JSON.writeValueAsString(post.put(FIELD, true));
  }

  private static String key(JsonNode post, String id) {
    return post.path("source").asText() + '/' + post.path(id).asText();
  }

  private static String id(JsonNode update) {
    return update.path("incident_id").asText();
  }

  private static int strike(JsonNode posts, Set<String> keys) {
    int struckOut = 0;
    for (Iterator<JsonNode> each = posts.elements(); each.hasNext(); ) {
      JsonNode post = each.next();
      if (keys.contains(key(post, "post_id"))) {
        each.remove();
        struckOut++;
      }
    }
    return struckOut;
  }
}
