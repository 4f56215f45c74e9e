package io.groundswell.jobs.history.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.jobs.history.backtest.Raised;
import io.groundswell.jobs.surge.connector.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Updates of incidents, each put together. */
public final class RaisedFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> TOLD =
      List.of(
          "incident_id",
          "sequence",
          "status",
          "severity",
          "pattern",
          "onset_at",
          "detected_at",
          "updated_at",
          "observed",
          "expected",
          "posts",
          "evidence");

  private RaisedFile() {}

  /**
   * The incidents of a file that the main job wrote.
   *
   * @param from those that were detected earlier are left out, epoch milliseconds
   */
  public static List<Raised> read(Path file, long from) throws IOException {
    return of(Files.readAllLines(file)).stream().filter(one -> one.detectedAt() >= from).toList();
  }

  /** The incidents of updates, each a JSON object and an incident's in their order. */
  public static List<Raised> of(List<String> updates) throws IOException {
    Map<String, List<JsonNode>> byIncident = new LinkedHashMap<>();
    for (String update : updates) {
      JsonNode told = JSON.readTree(update);
      byIncident
          .computeIfAbsent(told.path("incident_id").asText(), id -> new ArrayList<>())
          .add(told);
    }
    return byIncident.values().stream().map(RaisedFile::incident).toList();
  }

  private static Raised incident(List<JsonNode> updates) {
    JsonNode first = updates.get(0);
    JsonNode last = updates.get(updates.size() - 1);
    JsonNode about = first.path("subject");
    Subject subject =
        new Subject(
            text(about, "product"),
            text(about, "component"),
            text(about, "region"),
            text(about, "term"));
    boolean over = "resolved".equals(last.path("status").asText());
    JsonNode seconds = last.path("lead").path("seconds");
    return new Raised(
        first.path("incident_id").asText(),
        first.path("kind").asText(),
        subject.key(),
        subject.product(),
        first.path("title").asText(),
        Times.millis(first.path("detected_at").asText()),
        over ? Times.millis(last.path("updated_at").asText()) : null,
        updates.stream()
            .map(one -> one.path("severity").asText())
            .min(String::compareTo)
            .orElse(""),
        seconds.isNumber() ? seconds.asLong() : null,
        Judgement.FALSE.label().equals(last.path("verdict").path("verdict").asText()),
        updates.stream().map(RaisedFile::told).collect(Collectors.joining("\n")));
  }

  /** What an update tells but for words, which withdrawn posts may have taken with them. */
  private static String told(JsonNode update) {
    return TOLD.stream().map(field -> update.path(field).asText()).collect(Collectors.joining(" "));
  }

  private static @Nullable String text(JsonNode object, String field) {
    return object.path(field).textValue();
  }
}
