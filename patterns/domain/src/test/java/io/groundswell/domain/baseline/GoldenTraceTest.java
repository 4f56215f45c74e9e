package io.groundswell.domain.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.domain.volume.Backlog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scorer gives the study's figures, digit for digit as printed. */
class GoldenTraceTest {
  private static final long MONDAY = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final double GATE = 9;

  private final Scorer scorer = Scorer.asPublished(60_000);

  @Test
  void theFirstDayOfThreeStreams() throws IOException {
    try (InputStream trace = GoldenTraceTest.class.getResourceAsStream("golden_start.csv")) {
      List<String> rows = lines(trace);
      Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
      rows.forEach(row -> count(counts, row.split(",", -1)));
      assertThat(mismatches(rows, counts)).isEmpty();
    }
  }

  @Test
  @Tag("real-data")
  void fiveWeeksOfThreeStreams() throws IOException {
    Path folder = Path.of(System.getProperty("groundswell.data", "."), "detection");
    assumeTrue(Files.exists(folder), "skipped: no study beside the project at " + folder);
    Map<String, Map<Integer, Integer>> counts = new HashMap<>();
    for (String row : unzipped(folder.resolve("streams.csv.gz"))) {
      String[] cells = row.split(",", -1);
      long minute = (Instant.parse(cells[1]).toEpochMilli() - MONDAY) / 60_000;
      counts
          .computeIfAbsent(cells[0], key -> new HashMap<>())
          .put((int) minute, Integer.valueOf(cells[2]));
    }
    List<String> rows = unzipped(folder.resolve("golden_trace.csv.gz"));
    assertThat(rows).hasSizeGreaterThan(60_000);
    assertThat(mismatches(rows, counts)).isEmpty();
  }

  private List<String> mismatches(List<String> rows, Map<String, Map<Integer, Integer>> counts) {
    Map<String, Map<Integer, String>> wanted = new TreeMap<>();
    for (String row : rows) {
      String[] cells = row.split(",", 4);
      wanted
          .computeIfAbsent(cells[0], key -> new TreeMap<>())
          .put(Integer.valueOf(cells[1]), cells[3]);
    }
    List<String> wrong = new ArrayList<>();
    wanted.forEach((key, lines) -> compare(key, lines, counts.getOrDefault(key, Map.of()), wrong));
    return wrong;
  }

  private void compare(
      String key, Map<Integer, String> wanted, Map<Integer, Integer> counts, List<String> wrong) {
    Baseline baseline = Baseline.startingAt(counts.getOrDefault(0, 0), 1);
    int last = wanted.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    for (int minute = 0; minute <= last; minute++) {
      int count = counts.getOrDefault(minute, 0);
      scorer.weigh(baseline, MONDAY + minute * 60_000L, count, count, Backlog.NONE);
      double evidence = scorer.evidence();
      scorer.learn(baseline, count, evidence > GATE);
      String line = wanted.get(minute);
      if (line != null && !same(line.split(",", -1), evidence)) {
        wrong.add(key + " " + minute + ": " + printed(evidence) + " instead of " + line);
      }
    }
  }

  private String printed(double evidence) {
    return "mean %s, evidence %s, alpha %s, uncertainty %s"
        .formatted(scorer.mean(), evidence, scorer.alpha(), scorer.uncertainty());
  }

  private boolean same(String[] cells, double evidence) {
    return equal(cells[0], scorer.mean(), 4)
        && equal(cells[1], evidence, 5)
        && equal(cells[2], scorer.alpha(), 4)
        && equal(cells[3], scorer.uncertainty(), 4);
  }

  private static boolean equal(String cell, double value, int digits) {
    return new BigDecimal(cell).compareTo(rounded(value, digits)) == 0;
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits));
  }

  private static void count(Map<String, Map<Integer, Integer>> counts, String[] cells) {
    counts
        .computeIfAbsent(cells[0], key -> new HashMap<>())
        .put(Integer.valueOf(cells[1]), Integer.valueOf(cells[2]));
  }

  private static List<String> unzipped(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return lines(in);
    }
  }

  private static List<String> lines(InputStream in) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    }
  }
}
