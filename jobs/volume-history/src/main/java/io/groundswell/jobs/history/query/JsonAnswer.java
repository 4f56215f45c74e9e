package io.groundswell.jobs.history.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as JSON: one object a line, times in RFC 3339 in UTC. */
public final class JsonAnswer implements HistoryQuery.Answer {
  private static final ObjectMapper TREES = new ObjectMapper();
  private static final JsonFactory JSON = new JsonFactory();

  private final Writer out;

  /** Writes to a text. */
  public JsonAnswer(Writer out) {
    this.out = out;
  }

  @Override
  public void take(ResultSet rows) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    while (rows.next()) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          json.writeFieldName(columns.getColumnLabel(i));
          write(json, rows.getObject(i), columns.getColumnTypeName(i));
        }
        json.writeEndObject();
      }
      out.write(line + "\n");
    }
  }

  private static void write(JsonGenerator json, @Nullable Object value, String type)
      throws IOException, SQLException {
    if (type.equals("JSON") && value != null) {
      json.writeRawValue(TREES.writeValueAsString(TREES.readTree(value.toString())));
    } else {
      write(json, value);
    }
  }

  private static void write(JsonGenerator json, @Nullable Object value)
      throws IOException, SQLException {
    if (value == null || isNoNumber(value)) {
      json.writeNull();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Double || value instanceof Float) {
      json.writeNumber(((Number) value).doubleValue());
    } else if (value instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (value instanceof BigInteger whole) {
      json.writeNumber(whole);
    } else if (value instanceof Number whole) {
      json.writeNumber(whole.longValue());
    } else if (value instanceof OffsetDateTime time) {
      json.writeString(Cells.rfc3339(time));
    } else if (value instanceof Array || value instanceof Map || value instanceof Struct) {
      nested(json, value);
    } else {
      json.writeString(Cells.plain(value));
    }
  }

  private static void nested(JsonGenerator json, Object value) throws IOException, SQLException {
    if (value instanceof Array array) {
      json.writeStartArray();
      for (Object one : Cells.elements(array)) {
        write(json, one);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof org.duckdb.DuckDBStruct struct) {
      nested(json, struct.getMap());
    } else {
      json.writeString(value.toString());
    }
  }

  /** JSON has no word for these. */
  private static boolean isNoNumber(Object value) {
    return value instanceof Number number
        && (Double.isNaN(number.doubleValue())
            || (value instanceof Double && Double.isInfinite(number.doubleValue())));
  }
}
