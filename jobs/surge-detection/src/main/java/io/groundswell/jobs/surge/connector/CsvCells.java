package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cells of one CSV row (RFC 4180), read and written. */
public final class CsvCells {
  private static final ObjectReader ROW =
      new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

  private CsvCells() {}

  /**
   * The cells of a row.
   *
   * @throws IOException where it is no CSV, or no UTF-8, or more than one row
   */
  static List<String> read(byte[] row) throws IOException {
    // Given bytes, Jackson would guess, and take a row that begins with a NUL for UTF-16.
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row)).toString();
    try (MappingIterator<String[]> rows = ROW.readValues(text)) {
      List<String> cells = rows.hasNextValue() ? List.of(rows.nextValue()) : List.of();
      if (rows.hasNextValue()) {
        throw new IOException("more than one row");
      }
      return cells;
    }
  }

  /** A cell, quoted where it has to be. */
  public static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
