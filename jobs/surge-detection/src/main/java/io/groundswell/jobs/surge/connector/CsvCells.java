package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.List;

/** Cells of one CSV row (RFC 4180), read and written. */
final class CsvCells {
  private static final ObjectReader ROW =
      new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

  private CsvCells() {}

  /**
   * The cells of a row.
   *
   * @throws JsonProcessingException where it is no CSV
   */
  static List<String> read(byte[] row) throws IOException {
    try (var values = ROW.<String[]>readValues(row)) {
      return values.hasNext() ? List.of(values.next()) : List.of();
    }
  }

  /** A cell, quoted where it has to be. */
  static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
