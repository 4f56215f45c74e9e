package io.groundswell.jobs.history.row;

import io.groundswell.jobs.history.table.Column;
import io.groundswell.jobs.surge.connector.Times;
import java.time.DateTimeException;
import java.util.List;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.jspecify.annotations.Nullable;

/** JSON's values as those of a row. */
final class Values {
  private Values() {}

  /** The value of a column; null where the field is missing or null. */
  static @Nullable Object of(Column column, @Nullable Object value) throws UnfitLine {
    if (value == null) {
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

  private static StringData text(Column column, @Nullable Object value) throws UnfitLine {
    if (value instanceof String text) {
      return StringData.fromString(text);
    }
    throw wrong(column, "a text");
  }

  private static TimestampData time(Column column, Object value) throws UnfitLine {
    try {
      return TimestampData.fromEpochMillis(Times.millis(value.toString()));
    } catch (DateTimeException e) {
      throw wrong(column, "a time such as 2026-03-06T13:20:00Z");
    }
  }

  private static long whole(Column column, Object value, long most) throws UnfitLine {
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      if (number <= most) {
        return number;
      }
    }
    throw wrong(column, "a whole number");
  }

  private static double figure(Column column, Object value) throws UnfitLine {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(column, "a number");
  }

  private static boolean flag(Column column, Object value) throws UnfitLine {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(column, "true or false");
  }

  private static GenericArrayData texts(Column column, Object value) throws UnfitLine {
    if (!(value instanceof List<?> list)) {
      throw wrong(column, "a list of texts");
    }
    Object[] texts = new Object[list.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(column, list.get(i));
    }
    return new GenericArrayData(texts);
  }

  private static UnfitLine wrong(Column column, String expected) {
    return new UnfitLine(column.name() + " is not " + expected);
  }
}
