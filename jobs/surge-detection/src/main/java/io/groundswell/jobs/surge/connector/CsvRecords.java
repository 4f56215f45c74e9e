package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The rows of a CSV file (RFC 4180, with a header) as records in the project's own post format, so
 * that one reader serves both; {@code source} is {@code csv} where no column gives it. A row that
 * is no CSV stays as it is, and is refused there.
 */
final class CsvRecords implements RecordCutter {
  private static final JsonFactory JSON = new JsonFactory();

  private final RecordFile rows;
  private final Map<String, Integer> places;

  CsvRecords(RecordFile rows, Map<String, String> columns) throws IOException {
    this.rows = rows;
    RawRecord header = rows.next();
    this.places = header == null ? Map.of() : CsvColumns.places(columns, names(header));
  }

  @Override
  public RawRecord next() throws IOException {
    RawRecord row = rows.next();
    if (row == null || row.oversized()) {
      return row;
    }
    try {
      byte[] post = post(CsvCells.read(row.bytes()));
      return RawRecord.ofFile(row.where(), RawRecord.NO_TIME, post, false);
    } catch (IOException e) {
      return row; // The bytes are here: what fails is their form.
    }
  }

  private static List<String> names(RawRecord header) {
    try {
      return CsvCells.read(header.bytes()).stream().map(String::strip).toList();
    } catch (IOException e) {
      throw new BadInput(header.where() + ": the header is no row of a CSV in UTF-8");
    }
  }

  private byte[] post(List<String> cells) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      if (!places.containsKey("source")) {
        json.writeStringField("source", "csv");
      }
      for (Map.Entry<String, Integer> place : places.entrySet()) {
        if (place.getKey().indexOf('.') < 0 && place.getValue() < cells.size()) {
          write(json, place.getKey(), cells.get(place.getValue()));
        }
      }
      writeGroup(json, "author", cells);
      writeGroup(json, "geo", cells);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private void writeGroup(JsonGenerator json, String group, List<String> cells) throws IOException {
    json.writeObjectFieldStart(group);
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      if (place.getKey().startsWith(group + ".") && place.getValue() < cells.size()) {
        json.writeStringField(
            place.getKey().substring(group.length() + 1), cells.get(place.getValue()));
      }
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, String cell) throws IOException {
    if ("tags".equals(field)) {
      json.writeArrayFieldStart(field);
      for (String tag : cell.split("[;|]", -1)) {
        if (!tag.isBlank()) {
          json.writeString(tag.strip());
        }
      }
      json.writeEndArray();
    } else if ("deleted".equals(field)) {
      json.writeBooleanField(field, "true".equalsIgnoreCase(cell));
    } else {
      json.writeStringField(field, cell);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
