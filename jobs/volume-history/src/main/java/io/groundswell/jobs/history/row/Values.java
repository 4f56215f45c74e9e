package io.groundswell.jobs.history.row;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.history.table.Column;
import io.groundswell.jobs.surge.connector.Times;
import java.time.DateTimeException;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.jspecify.annotations.Nullable;

/** JSON's values as those of a row. */
final class Values {
  private Values() {}

  /** The value of a column; null where the field is missing or null. */
  static @Nullable Object of(Column column, JsonNode value) throws UnfitLine {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return switch (column.type().typeId()) {
      case STRING -> text(column, value);
      case TIMESTAMP -> time(column, value);
      case INTEGER -> (int) whole(column, value, Integer.MAX_VALUE);
      case LONG -> whole(column, value, Long.MAX_VALUE);
      case DOUBLE -> figure(column, value);
      case BOOLEAN -> flag(column, value);
      case LIST -> texts(column, value);
      default -> throw new IllegalStateException("no such column: " + column);
    };
  }

  private static StringData text(Column column, JsonNode value) throws UnfitLine {
    if (!value.isTextual()) {
      throw wrong(column, "a text");
    }
    return StringData.fromString(value.textValue());
  }

  private static TimestampData time(Column column, JsonNode value) throws UnfitLine {
    try {
      return TimestampData.fromEpochMillis(Times.millis(value.asText()));
    } catch (DateTimeException e) {
      throw wrong(column, "a time such as 2026-03-06T13:20:00Z");
    }
  }

  private static long whole(Column column, JsonNode value, long most) throws UnfitLine {
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() > most) {
      throw wrong(column, "a whole number");
    }
    return value.longValue();
  }

  private static double figure(Column column, JsonNode value) throws UnfitLine {
    if (!value.isNumber()) {
      throw wrong(column, "a number");
    }
    return value.doubleValue();
  }

  private static boolean flag(Column column, JsonNode value) throws UnfitLine {
    if (!value.isBoolean()) {
      throw wrong(column, "true or false");
    }
    return value.booleanValue();
  }

  private static GenericArrayData texts(Column column, JsonNode value) throws UnfitLine {
    Object[] texts = new Object[value.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(column, value.get(i));
    }
    return new GenericArrayData(texts);
  }

  private static UnfitLine wrong(Column column, String expected) {
    return new UnfitLine(column.name() + " is not " + expected);
  }
}
