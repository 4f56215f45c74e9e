package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Strikes posts that their authors have withdrawn out of a file of incidents that was written
 * before.
 */
public final class WithdrawnTexts {
  /** Keys of an incident's withdrawn posts. */
  static final String FIELD = "withdrawn";

  private static final ObjectMapper JSON = new ObjectMapper();

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

  private static String id(JsonNode update) {
    return update.path("incident_id").asText();
  }

  private static int strike(JsonNode posts, Set<String> keys) {
    int struckOut = 0;
    for (Iterator<JsonNode> each = posts.elements(); each.hasNext(); ) {
      JsonNode post = each.next();
      if (keys.contains(post.path("source").asText() + '/' + post.path("post_id").asText())) {
        each.remove();
        struckOut++;
      }
    }
    return struckOut;
  }
}
