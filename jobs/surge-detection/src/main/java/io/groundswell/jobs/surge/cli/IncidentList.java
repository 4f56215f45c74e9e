package io.groundswell.jobs.surge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The incidents of a finished run, for a person at a terminal. */
final class IncidentList {
  private static final int SHOWN = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> openings = new LinkedHashMap<>();
  private final Map<String, JsonNode> latest = new LinkedHashMap<>();

  /** Reads the updates that a run wrote. */
  static IncidentList read(Path file) throws IOException {
    IncidentList list = new IncidentList();
    try (BufferedReader lines = LocalFiles.reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode update = JSON.readTree(line);
        String id = update.get("incident_id").asText();
        list.openings.putIfAbsent(id, update);
        list.latest.put(id, update);
      }
    }
    return list;
  }

  void print(Path folder, PrintStream out) {
    int count = openings.size();
    out.printf(
        Locale.ROOT, "%n%,d %s in %s%n", count, count == 1 ? "incident" : "incidents", folder);
    openings.entrySet().stream()
        .skip(Math.max(0, count - SHOWN))
        .forEach(entry -> out.println(line(entry.getValue(), latest.get(entry.getKey()))));
    if (count > SHOWN) {
      out.printf("(the last %d; incidents.ndjson has all)%n", SHOWN);
    }
  }

  private static String line(JsonNode opening, JsonNode last) {
    String end =
        "resolved".equals(text(last, "status"))
            ? "over at " + minute(last, "updated_at")
            : "still open";
    return "  %s  %s  %s (%s)"
        .formatted(
            minute(opening, "detected_at"), text(opening, "severity"), text(opening, "title"), end);
  }

  private static String minute(JsonNode update, String field) {
    return text(update, field).substring(0, 16).replace('T', ' ') + "Z";
  }

  private static String text(JsonNode update, String field) {
    return update.get(field).asText();
  }
}
