package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.CsvTable;
import io.groundswell.jobs.surge.connector.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is known to have happened: a CSV, {@code id,subjects,from,until,expect,note}. */
public final class TruthFile {
  private static final List<String> REQUIRED = List.of("id", "subjects", "from", "until", "expect");
  private static final List<String> OPTIONAL = List.of("note", "official_at");

  private TruthFile() {}

  /**
   * Reads a file.
   *
   * @param path plain or gzip; {@code -} is standard input
   * @return its rows in the order of the file, at least one
   * @throws BadInput where a row cannot be understood
   */
  public static List<TruthRow> read(String path) throws IOException {
    Map<String, TruthRow> rows = new LinkedHashMap<>();
    try (CsvTable table = CsvTable.open(path, REQUIRED, OPTIONAL)) {
      for (CsvTable.Row cells = table.next(); cells != null; cells = table.next()) {
        TruthRow row = row(cells);
        if (rows.put(row.id(), row) != null) {
          throw new BadInput(
              "%s: the id '%s' is there already; give each row an id of its own"
                  .formatted(cells.where(), row.id()));
        }
      }
    }
    if (rows.isEmpty()) {
      throw new BadInput(path + " has no rows below its header; write what is known to be true");
    }
    return List.copyOf(rows.values());
  }

  private static TruthRow row(CsvTable.Row cells) {
    String id = cells.cell("id").strip();
    if (id.isEmpty()) {
      throw new BadInput(cells.where() + ": the id is empty; name the row");
    }
    long from = time(cells, "from");
    long until = time(cells, "until");
    if (from > until) {
      throw new BadInput(
          "%s: from %s lies after until %s; turn them round"
              .formatted(cells.where(), cells.cell("from"), cells.cell("until")));
    }
    return new TruthRow(
        id, subjects(cells), from, until, expect(cells), cells.cell("note"), officialAt(cells));
  }

  private static List<KeyPattern> subjects(CsvTable.Row cells) {
    List<KeyPattern> subjects =
        Arrays.stream(cells.cell("subjects").split(";", -1))
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .map(KeyPattern::new)
            .toList();
    if (subjects.isEmpty()) {
      throw new BadInput(
          cells.where()
              + ": subjects is empty; write keys such as acme;acme/login;acme@IT, or * for any");
    }
    return subjects;
  }

  private static Expect expect(CsvTable.Row cells) {
    String label = cells.cell("expect").strip();
    return Expect.of(label)
        .orElseThrow(
            () ->
                new BadInput(
                    "%s: expect '%s' is not known; write must, may or never"
                        .formatted(cells.where(), label)));
  }

  private static @Nullable Long officialAt(CsvTable.Row cells) {
    return cells.cell("official_at").isBlank() ? null : (Long) time(cells, "official_at");
  }

  private static long time(CsvTable.Row cells, String column) {
    String text = cells.cell(column).strip();
    try {
      return Times.millis(text);
    } catch (DateTimeException e) {
      throw new BadInput(
          "%s: %s '%s' is no RFC 3339 time; write it like 2019-05-04T01:30:00Z"
              .formatted(cells.where(), column, text));
    }
  }
}
