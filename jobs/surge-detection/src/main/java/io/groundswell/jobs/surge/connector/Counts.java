package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.volume.Volume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Given counts: a CSV with the columns {@code key,bucket_start,count}, in any order of rows. Every
 * mistake is refused with its place.
 *
 * @param volumes the counts above zero, by time and then by key
 * @param keys how many keys there are
 * @param first start of the first bucket of the whole file, epoch milliseconds
 * @param last start of the last
 */
public record Counts(List<Volume> volumes, int keys, long first, long last) {
  private static final List<String> COLUMNS = List.of("key", "bucket_start", "count");
  private static final Comparator<Volume> ORDER =
      Comparator.comparingLong(Volume::start).thenComparing(Volume::subject);

  /**
   * Reads a file.
   *
   * @param path plain or gzip; {@code -} is standard input
   * @param width width of a bucket, milliseconds
   * @throws BadInput where a row is not a count
   */
  public static Counts read(String path, long width) throws IOException {
    try (RecordFile file = new RecordFile(path, true)) {
      RawRecord header = file.next();
      if (header == null) {
        throw new BadInput(path + " is empty; give rows of key,bucket_start,count");
      }
      Rows rows = new Rows(places(header), width);
      for (RawRecord row = file.next(); row != null; row = file.next()) {
        rows.add(row);
      }
      return rows.counts(path);
    }
  }

  private static Map<String, Integer> places(RawRecord header) {
    List<String> names = cells(header);
    for (String name : names) {
      if (!COLUMNS.contains(name)) {
        throw new BadInput(
            "%s: there is no use for a column '%s'; the columns are key,bucket_start,count"
                .formatted(header.where(), name));
      }
    }
    Map<String, Integer> places = new HashMap<>();
    for (String column : COLUMNS) {
      if (names.indexOf(column) < 0) {
        throw new BadInput(
            "%s: the column '%s' is missing; the columns are key,bucket_start,count"
                .formatted(header.where(), column));
      }
      places.put(column, names.indexOf(column));
    }
    return places;
  }

  private static List<String> cells(RawRecord row) {
    try {
      return CsvCells.read(row.bytes());
    } catch (IOException e) {
      throw new BadInput(row.where() + ": not a CSV row: " + text(row));
    }
  }

  private static String text(RawRecord row) {
    String text = new String(row.bytes(), StandardCharsets.UTF_8);
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  /** The rows so far. */
  private static final class Rows {
    private final Map<String, Integer> places;
    private final long width;
    private final Map<String, TreeMap<Long, Integer>> counts = new LinkedHashMap<>();
    private long anyStart = Long.MIN_VALUE;

    Rows(Map<String, Integer> places, long width) {
      this.places = places;
      this.width = width;
    }

    void add(RawRecord row) {
      List<String> cells = cells(row);
      if (cells.size() != COLUMNS.size()) {
        throw new BadInput(
            "%s: %d cells where there should be 3: %s"
                .formatted(row.where(), cells.size(), text(row)));
      }
      String key = cells.get(places.get("key"));
      long start = start(row, cells.get(places.get("bucket_start")));
      int count = count(row, cells.get(places.get("count")));
      Integer twice = counts.computeIfAbsent(key, k -> new TreeMap<>()).put(start, count);
      if (twice != null) {
        throw new BadInput(
            "%s: the bucket %s of '%s' is there already; add such rows up first"
                .formatted(row.where(), cells.get(places.get("bucket_start")), key));
      }
    }

    private long start(RawRecord row, String cell) {
      try {
        long start = Times.millis(cell);
        anyStart = anyStart == Long.MIN_VALUE ? start : anyStart;
        if (Math.floorMod(start - anyStart, width) != 0) {
          throw new BadInput(
              "%s: bucket_start %s does not lie whole buckets from the first row's; is --bucket right?"
                  .formatted(row.where(), cell));
        }
        return start;
      } catch (DateTimeException e) {
        throw new BadInput(
            "%s: bucket_start '%s' is no RFC 3339 time; write it like 2019-05-04T01:30:00Z"
                .formatted(row.where(), cell));
      }
    }

    private static int count(RawRecord row, String cell) {
      try {
        int count = Integer.parseInt(cell);
        if (count >= 0) {
          return count;
        }
      } catch (NumberFormatException e) {
        // Said below, as for a negative one.
      }
      throw new BadInput(
          "%s: count '%s' is not a whole number of 0 or more".formatted(row.where(), cell));
    }

    Counts counts(String path) {
      if (counts.isEmpty()) {
        throw new BadInput(path + " has no rows below its header");
      }
      long first = counts.values().stream().mapToLong(TreeMap::firstKey).min().orElseThrow();
      long last = counts.values().stream().mapToLong(TreeMap::lastKey).max().orElseThrow();
      List<Volume> volumes =
          counts.entrySet().stream()
              .flatMap(
                  key ->
                      key.getValue().entrySet().stream()
                          .filter(bucket -> bucket.getValue() > 0)
                          .map(bucket -> volume(key.getKey(), bucket)))
              .sorted(ORDER)
              .toList();
      return new Counts(volumes, counts.size(), first, last);
    }

    private static Volume volume(String key, Map.Entry<Long, Integer> bucket) {
      return new Volume(key, bucket.getKey(), bucket.getValue(), bucket.getValue());
    }
  }
}
