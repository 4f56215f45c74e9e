package io.groundswell.jobs.surge.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV (RFC 4180) with a header, read row by row; columns in any order. Every mistake is refused
 * with its place.
 */
public final class CsvTable implements AutoCloseable {
  private final RecordFile file;
  private final Map<String, Integer> places;

  private CsvTable(RecordFile file, Map<String, Integer> places) {
    this.file = file;
    this.places = places;
  }

  /**
   * Opens a file and reads its header.
   *
   * @param path plain or gzip; {@code -} is standard input
   * @param required columns that have to be there
   * @param optional columns that may be there; no others may
   * @throws BadInput where the header has other columns
   */
  public static CsvTable open(String path, List<String> required, List<String> optional)
      throws IOException {
    RecordFile file = new RecordFile(path, true);
    try {
      RawRecord header = file.next();
      if (header == null) {
        throw new BadInput(path + " is empty; give rows of " + String.join(",", required));
      }
      return new CsvTable(file, places(header, required, optional));
    } catch (BadInput | IOException e) {
      file.close();
      throw e;
    }
  }

  private static Map<String, Integer> places(
      RawRecord header, List<String> required, List<String> optional) {
    List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
    String columns = "the columns are " + String.join(",", known);
    Map<String, Integer> places = new HashMap<>();
    for (String name : cells(header)) {
      if (!known.contains(name)) {
        throw new BadInput(
            "%s: there is no use for a column '%s'; %s".formatted(header.where(), name, columns));
      }
      if (places.put(name, places.size()) != null) {
        throw new BadInput(
            "%s: the column '%s' is there twice; %s".formatted(header.where(), name, columns));
      }
    }
    for (String column : required) {
      if (!places.containsKey(column)) {
        throw new BadInput(
            "%s: the column '%s' is missing; %s".formatted(header.where(), column, columns));
      }
    }
    return places;
  }

  /** The next row, or null at the end. */
  public @Nullable Row next() throws IOException {
    RawRecord row = file.next();
    if (row == null) {
      return null;
    }
    List<String> cells = cells(row);
    if (cells.size() != places.size()) {
      throw new BadInput(
          "%s: %d cells where there should be %d: %s"
              .formatted(row.where(), cells.size(), places.size(), text(row)));
    }
    return new Row(row.where(), places, cells);
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

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** One row. */
  public static final class Row {
    private final String where;
    private final Map<String, Integer> places;
    private final List<String> cells;

    private Row(String where, Map<String, Integer> places, List<String> cells) {
      this.where = where;
      this.places = places;
      this.cells = cells;
    }

    /** File and line, for people. */
    public String where() {
      return where;
    }

    /** The cell of a column; empty where an optional column is not there. */
    public String cell(String column) {
      Integer place = places.get(column);
      return place == null ? "" : cells.get(place);
    }
  }
}
