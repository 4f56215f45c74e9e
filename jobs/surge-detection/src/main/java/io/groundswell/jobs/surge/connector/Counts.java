package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.volume.Volume;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Comparator;
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
    try (CsvTable table = CsvTable.open(path, COLUMNS, List.of())) {
      Rows rows = new Rows(width);
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        rows.add(row);
      }
      return rows.counts(path);
    }
  }

  /** The rows so far. */
  private static final class Rows {
    private final long width;
    private final Map<String, TreeMap<Long, Integer>> counts = new LinkedHashMap<>();
    private long anyStart = Long.MIN_VALUE;

    Rows(long width) {
      this.width = width;
    }

    void add(CsvTable.Row row) {
      String key = row.cell("key");
      long start = start(row, row.cell("bucket_start"));
      int count = count(row, row.cell("count"));
      Integer twice = counts.computeIfAbsent(key, k -> new TreeMap<>()).put(start, count);
      if (twice != null) {
        throw new BadInput(
            "%s: the bucket %s of '%s' is there already; add such rows up first"
                .formatted(row.where(), row.cell("bucket_start"), key));
      }
    }

    private long start(CsvTable.Row row, String cell) {
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

    private static int count(CsvTable.Row row, String cell) {
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
