package io.groundswell.domain.triage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Rows of a CSV file with a header line (RFC 4180), plain or gzipped. */
final class Csv {
  private Csv() {}

  /** One record under its header. */
  record Row(List<String> header, List<String> fields) {
    /** The field of a column; empty where the record is too short. */
    String get(String column) {
      int index = header.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException("There is no column " + column + " among " + header);
      }
      return index < fields.size() ? fields.get(index) : "";
    }
  }

  static List<Row> rows(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in =
            file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        PushbackReader reader =
            new PushbackReader(
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))) {
      List<String> header = record(reader);
      List<Row> rows = new ArrayList<>();
      for (List<String> fields = record(reader); !fields.isEmpty(); fields = record(reader)) {
        rows.add(new Row(header, fields));
      }
      return rows;
    }
  }

  /** The next record; empty at the end of the file. */
  private static List<String> record(PushbackReader in) throws IOException {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '"') {
        int next = in.read();
        if (quoted && next == '"') {
          field.append('"');
        } else {
          quoted = !quoted;
          if (next >= 0) {
            in.unread(next);
          }
        }
      } else if (quoted || (c != ',' && c != '\n')) {
        field.append((char) c);
      } else {
        fields.add(field.toString().strip());
        field.setLength(0);
        if (c == '\n') {
          return fields;
        }
      }
    }
    if (field.length() > 0 || !fields.isEmpty()) {
      fields.add(field.toString().strip());
    }
    return fields;
  }
}
