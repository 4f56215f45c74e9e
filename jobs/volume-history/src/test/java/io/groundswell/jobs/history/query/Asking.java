package io.groundswell.jobs.history.query;

import java.nio.file.Path;
import java.util.List;

/**
 * A question with its answer.
 *
 * @param words as an analyst says it
 * @param zone whose days and hours are meant
 * @param sql as it is asked
 * @param rows the answer, as lines of CSV
 */
record Asking(String words, String zone, String sql, List<String> rows) {
  static Asking of(String words, String sql, String... rows) {
    return in("UTC", words, sql, rows);
  }

  static Asking in(String zone, String words, String sql, String... rows) {
    return new Asking(words, zone, sql, List.of(rows));
  }

  /** What a warehouse answers. */
  List<String> of(Path warehouse) {
    return Asked.rows(warehouse, sql, "--tz", zone);
  }

  @Override
  public String toString() {
    return words;
  }
}
