package io.groundswell.jobs.surge.evaluate.suspects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.Times;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first updates of surges, as the main job wrote them. */
final class Openings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Openings() {}

  /** Those of a file of updates, in its order. */
  static List<JsonNode> read(Path file) throws IOException {
    List<JsonNode> openings = new ArrayList<>();
    try (BufferedReader lines = LocalFiles.reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode update = JSON.readTree(line);
        String status = update.path("status").asText();
        boolean opens = status.equals("opened") || status.equals("reopened");
        if (opens && update.path("kind").asText().equals("surge")) {
          openings.add(update);
        }
      }
    }
    return openings;
  }

  static long detected(JsonNode opening) {
    return Times.millis(opening.path("updated_at").asText());
  }

  static String product(JsonNode opening) {
    return opening.at("/subject/product").asText("");
  }

  static List<String> ids(JsonNode opening, String field) {
    List<String> ids = new ArrayList<>();
    opening.path(field).forEach(one -> ids.add(one.path("change_id").asText()));
    return ids;
  }
}
