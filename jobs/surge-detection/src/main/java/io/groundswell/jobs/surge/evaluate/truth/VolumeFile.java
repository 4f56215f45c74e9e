package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.connector.CsvTable;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.ScoreLines;
import io.groundswell.jobs.surge.connector.Times;
import io.groundswell.jobs.surge.connector.VolumeLines;
import io.groundswell.jobs.surge.evaluate.truth.Volumes.Bucket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads scored buckets back: of the main job, or of given counts. */
public final class VolumeFile {
  private VolumeFile() {}

  /**
   * The main job's volumes.
   *
   * @param width width of a bucket, milliseconds
   */
  public static Volumes read(String path, long width) throws IOException {
    Volumes volumes = new Volumes(width);
    try (CsvTable table = CsvTable.open(path, columns(VolumeLines.HEADER), List.of())) {
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        volumes.add(row.cell("subject"), bucket(row, row.cell("posts")));
      }
    }
    return volumes;
  }

  /**
   * Scored counts, and the incidents that they tell of: of each key, from {@code opened} to {@code
   * resolved}.
   *
   * @param volumes to which the buckets are added
   * @return the incidents in the order of time
   */
  public static List<ToldIncident> readScores(String path, Volumes volumes) throws IOException {
    Map<String, ToldIncident> latest = new LinkedHashMap<>();
    List<ToldIncident> incidents = new ArrayList<>();
    try (CsvTable table = CsvTable.open(path, columns(ScoreLines.HEADER), List.of())) {
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        String key = row.cell("key");
        Bucket bucket = bucket(row, row.cell("observed"));
        volumes.add(key, bucket);
        String event = row.cell("event");
        long at = bucket.start() + volumes.width();
        if ("opened".equals(event)) {
          ToldIncident opened = opened(key, bucket, at);
          latest.put(key, opened);
          incidents.add(opened);
        } else if (!event.isEmpty() && latest.containsKey(key)) {
          latest.get(key).updates().add(new ToldUpdate(event, at, Set.of()));
        }
      }
    }
    return incidents;
  }

  private static ToldIncident opened(String key, Bucket bucket, long at) {
    List<ToldUpdate> updates = new ArrayList<>();
    updates.add(new ToldUpdate("opened", at, Set.of()));
    String title =
        String.format(
            Locale.ROOT,
            "%s: %d in a bucket where %.3g are normal",
            key,
            bucket.observed(),
            bucket.expected());
    String id = key + ":" + Json.time(at);
    return new ToldIncident(id, ToldIncident.SURGE, key, "", title, at, updates);
  }

  private static Bucket bucket(CsvTable.Row row, String posts) {
    return new Bucket(
        Times.millis(row.cell("bucket_start")),
        Integer.parseInt(row.cell("observed")),
        Integer.parseInt(posts),
        Double.parseDouble(row.cell("expected")),
        Double.parseDouble(row.cell("evidence")),
        row.cell("level"));
  }

  private static List<String> columns(String header) {
    return List.of(header.split(",", -1));
  }
}
