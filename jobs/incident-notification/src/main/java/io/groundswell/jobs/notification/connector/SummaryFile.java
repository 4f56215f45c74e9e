package io.groundswell.jobs.notification.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.notification.report.Counted;
import io.groundswell.jobs.notification.report.Totals;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads {@code summary.json} as {@code detect} writes it. */
public final class SummaryFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SummaryFile() {}

  /**
   * What a summary says of posts.
   *
   * @throws BadInput where it is none
   */
  public static Totals read(Path file) throws IOException {
    LocalFiles.requireReadable("--summary", file.toString());
    try {
      JsonNode json = JSON.readTree(LocalFiles.text(file));
      return new Totals(
          new Counted(
              count(file, json, "posts_read"),
              count(file, json, "complaints"),
              count(file, json, "unmatched")),
          names(json.path("commonest_unmatched")));
    } catch (JsonProcessingException e) {
      throw wrong(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), "not JSON");
    }
  }

  private static long count(Path file, JsonNode json, String field) {
    if (!json.path(field).isIntegralNumber()) {
      throw wrong(file, 1, "'" + field + "' is missing");
    }
    return json.path(field).asLong();
  }

  private static BadInput wrong(Path file, int line, String what) {
    return new BadInput(
        "%s:%d: no summary, %s; give summary.json as 'detect' writes it"
            .formatted(file.getFileName(), line, what));
  }

  private static List<Totals.Name> names(JsonNode kinds) {
    List<Totals.Name> names = new ArrayList<>();
    for (JsonNode kind : kinds) {
      for (JsonNode name : kind) {
        names.add(new Totals.Name(name.path("name").asText(), name.path("posts").asLong()));
      }
    }
    names.sort(
        Comparator.comparingLong(Totals.Name::posts).reversed().thenComparing(Totals.Name::name));
    return names;
  }
}
